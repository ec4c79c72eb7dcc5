using PlanDsl.Model;

namespace PlanDsl.Tests;

/// <summary>Tables of plans of a given shape.</summary>
internal static class Tables
{
    public static PlanTable Chain(int length, bool isAsync) =>
        Of([.. Enumerable.Range(0, length).Select(step => Step(step, isAsync, step == 0 ? [] : [step - 1]))]);

    /// <summary>A chain whose steps are run in strands, all of the same length.</summary>
    public static PlanTable ChainOfStrands(int strands, int length, bool isAsync = false)
    {
        var steps = Enumerable.Range(0, strands * length).ToArray();
        return new(
            "test",
            string.Join('\n', steps.Select(static step => $"s{step}")),
            new('\n', steps.Length - 1),
            [.. steps.Select(_ => (byte)(StepTraits.Critical | (isAsync ? StepTraits.Async : StepTraits.None)))],
            [.. steps, steps.Length - 1],
            [.. steps.Skip(1)],
            [.. steps.Select(static step => Math.Min(step, 1))],
            strands: [.. steps.Chunk(length)]);
    }

    public static PlanTable Of(params StepModel[] steps) => PlanTable.From(new() { Id = "test", Steps = steps.ToEquatableArray() });

    /// <summary>The table of a plan whose steps ask for more than a model made at run time can say.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="policies">What they ask for; null for steps that say it in the model.</param>
    /// <param name="groups">The group of each step, -1 for none; empty where there is no group.</param>
    /// <param name="maxSteps">How many steps a run may have.</param>
    public static PlanTable Of(PlanModel plan, StepPolicy?[] policies, int[]? groups = null, int maxSteps = 0)
    {
        if (policies.All(static policy => policy is null))
            return PlanTable.From(plan);
        var graph = PlanGraph.From(plan);
        return new(
            plan.Id,
            string.Join('\n', plan.Steps.Select(static step => step.Id)),
            string.Join('\n', plan.Steps.Select(static _ => "")),
            [.. plan.Steps.Select((step, index) => (byte)(policies[index] is null ? step.TraitsIn(plan) : (step.TraitsIn(plan) | StepTraits.Governed) & ~StepTraits.Bounded))],
            [.. graph.SuccessorStart],
            [.. graph.AllSuccessors],
            [.. plan.Steps.Select((_, index) => graph.PredecessorsOf(index).Length)],
            plan.MaxParallel ?? 0,
            plan.Timeout?.Value,
            [.. plan.Steps.Select((step, index) => policies[index] ?? PolicyOf(step))],
            groups,
            maxSteps: maxSteps);
    }

    /// <summary>What a step asks for in the model.</summary>
    public static StepPolicy PolicyOf(StepModel step) => new()
    {
        Timeout = step.Timeout?.Value,
        TotalTimeout = step.TotalTimeout?.Value,
        Retries = step.Retry?.Retries ?? 0,
        RetryDelay = step.Retry?.Delay?.Value,
        RetryMaxDelay = step.Retry?.MaxDelay?.Value,
        RetryBackoff = step.Retry?.Backoff ?? RetryBackoff.Constant,
        Pipeline = step.Pipeline,
    };

    public static StepModel Step(int step, bool isAsync, params int[] after) => new()
    {
        Id = $"s{step}",
        IsAsync = isAsync,
        DependsOn = after.Select(static predecessor => $"s{predecessor}").ToEquatableArray(),
    };

    /// <summary>The step, declared with this policy.</summary>
    public static StepModel With(this StepModel step, StepPolicy? policy) => policy is null ? step : step with
    {
        Timeout = Duration(policy.Timeout),
        TotalTimeout = Duration(policy.TotalTimeout),
        Pipeline = policy.Pipeline,
        Retry = policy.Retries == 0 ? null : new()
        {
            Retries = policy.Retries,
            Delay = Duration(policy.RetryDelay),
            MaxDelay = Duration(policy.RetryMaxDelay),
            Backoff = policy.RetryBackoff,
        },
    };

    /// <summary>A parameter that takes the attempt's context.</summary>
    public static ParameterModel Context { get; } = new()
    {
        Name = "context",
        Kind = ParameterKind.Context,
        Type = new("global::PlanDsl.StepContext", "StepContext"),
    };

    /// <summary>A parameter that takes the attempt's token.</summary>
    public static ParameterModel Token { get; } = new()
    {
        Name = "cancellationToken",
        Kind = ParameterKind.CancellationToken,
        Type = new("global::System.Threading.CancellationToken", "CancellationToken"),
    };

    public static Duration? Duration(TimeSpan? time) =>
        time is { } span ? new(FormattableString.Invariant($"{span.TotalMilliseconds}ms")) : null;
}
