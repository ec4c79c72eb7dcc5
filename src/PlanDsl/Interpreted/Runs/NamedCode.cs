namespace PlanDsl;

/// <summary>What a step does beside its body: its fallback or its compensation.</summary>
/// <param name="Place">What names mean there.</param>
/// <param name="Body">What is done.</param>
internal sealed record NamedCode(CodePlace Place, BodyCode Body);
