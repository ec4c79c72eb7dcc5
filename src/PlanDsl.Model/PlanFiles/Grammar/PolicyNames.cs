namespace PlanDsl.Model;

/// <summary>The words for policies in plan files, and what they mean. Some have a second word that other tools write. Each list is made when it is
/// first asked for, which most plans do for few; whoever makes it at the same time makes the same.</summary>
internal static class PolicyNames
{
    public static IReadOnlyDictionary<string, FailurePolicy> OnFailure => field ??= Of(
        ("abort", FailurePolicy.Abort), ("skip_dependents", FailurePolicy.SkipDependents), ("continue", FailurePolicy.Continue));

    public static IReadOnlyDictionary<string, RunWhen> RunWhen => field ??= Of(
        ("success", PlanDsl.RunWhen.Success), ("failure", PlanDsl.RunWhen.Failure), ("always", PlanDsl.RunWhen.Always));

    public static IReadOnlyDictionary<string, RetryBackoff> Backoff => field ??= Of(
        ("constant", RetryBackoff.Constant), ("exponential", RetryBackoff.Exponential));

    public static IReadOnlyDictionary<string, OnExhausted> OnExhausted => field ??= Of(
        ("fail", PlanDsl.OnExhausted.Fail), ("use_last", PlanDsl.OnExhausted.UseLast));

    public static IReadOnlyDictionary<string, ParallelStrategy> Strategy => field ??= Of(
        ("all", ParallelStrategy.All), ("wait_all", ParallelStrategy.All), ("fail_fast", ParallelStrategy.FailFast),
        ("any", ParallelStrategy.Any), ("race", ParallelStrategy.Any), ("first_success", ParallelStrategy.Any),
        ("threshold", ParallelStrategy.Threshold), ("best_effort", ParallelStrategy.BestEffort));

    public static IReadOnlyDictionary<string, PlanOrder> Order => field ??= Of(
        ("dag", PlanOrder.Dag), ("sequential", PlanOrder.Sequential));

    public static IReadOnlyDictionary<string, StepKinds> Kind => field ??= Of(
        ("command", StepKinds.Command), ("call", StepKinds.Call), ("agent", StepKinds.Agent),
        ("parallel", StepKinds.Parallel), ("plan", StepKinds.Plan), ("wait", StepKinds.Wait));

    public static IReadOnlyDictionary<string, InputType> InputType => field ??= Of(
        ("string", Model.InputType.String), ("integer", Model.InputType.Integer), ("number", Model.InputType.Number),
        ("boolean", Model.InputType.Boolean), ("object", Model.InputType.Object), ("array", Model.InputType.Array));

    private static Dictionary<string, T> Of<T>(params (string Name, T Value)[] names)
    {
        var byName = new Dictionary<string, T>(names.Length, StringComparer.Ordinal);
        foreach (var (name, value) in names)
            byName.Add(name, value);
        return byName;
    }
}
