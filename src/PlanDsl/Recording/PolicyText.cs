namespace PlanDsl;

/// <summary>The options of a step as a text that changes when they do. Numbers that stand for bodies are left out: they change with
/// other steps.</summary>
internal static class PolicyText
{
    public static string Of(StepPolicy? policy) => policy is null ? "" : string.Join('|', Parts(policy).Select(static part => Convert.ToString(part, System.Globalization.CultureInfo.InvariantCulture)));

    private static object?[] Parts(StepPolicy policy) =>
    [
        policy.Timeout,
        policy.TotalTimeout,
        policy.Retries,
        policy.RetryDelay,
        policy.RetryMaxDelay,
        policy.RetryBackoff,
        string.Join(' ', policy.RetryOn.Select(static type => type.ToString()).Concat(policy.RetryOnNames.Sorted())),
        string.Join(' ', policy.NoRetryOn.Select(static type => type.ToString()).Concat(policy.NoRetryOnNames.Sorted())),
        string.Join(' ', policy.RetryOnKinds ?? []),
        string.Join(' ', policy.NoRetryOnKinds ?? []),
        policy.Pipeline,
        policy.Condition is not null,
        policy.Branch is not null,
        policy.Accepted,
        policy.RunWhen,
        policy.Fallback is not null,
        policy.Compensation is not null,
        policy.Loop is { } loop ? $"{loop.MaxIterations} {loop.UseLast}" : "",
        policy.IsFanOut,
        policy.MaxParallel,
        policy.Group is { } group ? $"{group.Strategy} {group.Threshold}" : "",
        policy.Signal?.Name,
    ];
}
