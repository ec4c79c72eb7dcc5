namespace PlanDsl.Model;

/// <summary>The words for policies in plan files, and what they mean. Some have a second word that other tools write.</summary>
internal static class PolicyNames
{
    public static IReadOnlyDictionary<string, FailurePolicy> OnFailure { get; } = Of(
        ("abort", FailurePolicy.Abort), ("skip_dependents", FailurePolicy.SkipDependents), ("continue", FailurePolicy.Continue));

    public static IReadOnlyDictionary<string, RunWhen> RunWhen { get; } = Of(
        ("success", PlanDsl.RunWhen.Success), ("failure", PlanDsl.RunWhen.Failure), ("always", PlanDsl.RunWhen.Always));

    public static IReadOnlyDictionary<string, RetryBackoff> Backoff { get; } = Of(
        ("constant", RetryBackoff.Constant), ("exponential", RetryBackoff.Exponential));

    public static IReadOnlyDictionary<string, OnExhausted> OnExhausted { get; } = Of(
        ("fail", PlanDsl.OnExhausted.Fail), ("use_last", PlanDsl.OnExhausted.UseLast));

    public static IReadOnlyDictionary<string, ParallelStrategy> Strategy { get; } = Of(
        ("all", ParallelStrategy.All), ("wait_all", ParallelStrategy.All), ("fail_fast", ParallelStrategy.FailFast),
        ("any", ParallelStrategy.Any), ("race", ParallelStrategy.Any), ("first_success", ParallelStrategy.Any),
        ("threshold", ParallelStrategy.Threshold), ("best_effort", ParallelStrategy.BestEffort));

    public static IReadOnlyDictionary<string, PlanOrder> Order { get; } = Of(
        ("dag", PlanOrder.Dag), ("sequential", PlanOrder.Sequential));

    public static IReadOnlyDictionary<string, StepKinds> Kind { get; } = Of(
        ("command", StepKinds.Command), ("call", StepKinds.Call), ("agent", StepKinds.Agent),
        ("parallel", StepKinds.Parallel), ("plan", StepKinds.Plan), ("wait", StepKinds.Wait));

    public static IReadOnlyDictionary<string, InputType> InputType { get; } = Of(
        ("string", Model.InputType.String), ("integer", Model.InputType.Integer), ("number", Model.InputType.Number),
        ("boolean", Model.InputType.Boolean), ("object", Model.InputType.Object), ("array", Model.InputType.Array));

    private static Dictionary<string, T> Of<T>(params (string Name, T Value)[] names) =>
        names.ToDictionary(static name => name.Name, static name => name.Value, StringComparer.Ordinal);
}
