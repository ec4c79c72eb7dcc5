namespace PlanDsl.Benchmarks;

/// <summary>What the steps of a plan do.</summary>
internal enum BodyKind
{
    NoOp,
    Yield,
    Spin,
}
