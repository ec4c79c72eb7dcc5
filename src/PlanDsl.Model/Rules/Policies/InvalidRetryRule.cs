using System.Globalization;

namespace PlanDsl.Model;

/// <summary>PLAN0302: what a step says of retries can be done, and is not said in vain.</summary>
internal sealed class InvalidRetryRule : IPlanRule
{
    // What stands for types that do not exist, which have been told of.
    private const string Unknown = "dynamic";

    // What RetryModel.MaxDelay is where nothing is said.
    private static readonly TimeSpan DefaultMaxDelay = TimeSpan.FromSeconds(60);

    public void Check(PlanAnalysis plan, ICollection<Finding> findings)
    {
        foreach (var step in plan.StepsWith(StepAspects.Retry))
        {
            if (plan.Model.Steps[step] is not { Retry: { } retry } declared)
                continue;
            var faults = new Faults(Anchor.Step(step), declared.Id, plan.Words, findings);
            if (retry.Retries is { } count and < 0)
                faults.Add(PropertyNames.Retries, $"is {count.ToString(CultureInfo.InvariantCulture)}; write how often to try again, or 0 for not at all");
            else if (retry.Retries > 0 && plan.Bindings.Live?.ProducerOf(step) is >= 0 and var producer)
                faults.Add(PropertyNames.Retries, $"cannot be kept, because the step reads '{plan.Model.Steps[producer].ResultKey}' live, and a stream is read once; take '{plan.Model.Steps[producer].ResultType?.Display}', or remove it");
            else if (retry.Retries is null)
                CheckIdle(retry, faults);
            else
            {
                CheckUsed(retry, faults);
                if (retry.Retries > 0 && BoundAround(plan, step) is { } bound)
                    CheckInTime(retry, bound, faults);
            }
        }
    }

    // With an explicit 0, somebody has switched off for a while what the others describe.
    private static void CheckIdle(RetryModel retry, Faults faults)
    {
        var idle = new List<string>(5);
        if (retry.Delay is not null)
            idle.Add(PropertyNames.RetryDelay);
        if (retry.MaxDelay is not null)
            idle.Add(PropertyNames.RetryMaxDelay);
        if (retry.Backoff is not null)
            idle.Add(PropertyNames.RetryBackoff);
        if (retry.RetryOn is not null)
            idle.Add(PropertyNames.RetryOn);
        if (retry.NoRetryOn is not null)
            idle.Add(PropertyNames.NoRetryOn);
        if (idle.Count > 0)
            faults.Add(idle, $"{(idle.Count == 1 ? "has" : "have")} no effect, because the step is never tried again; add {faults.Words[PropertyNames.Retries]}");
    }

    private static void CheckUsed(RetryModel retry, Faults faults)
    {
        var (delay, greatest) = (retry.Delay, retry.MaxDelay);
        var isTooLong = delay?.Value is { } first && first <= Duration.LongestDelay && first > (greatest is null ? DefaultMaxDelay : greatest.Value.Value);
        if (retry.Backoff is null or RetryBackoff.Constant)
        {
            if (greatest is not null)
                faults.Add(PropertyNames.RetryMaxDelay, $"has no effect, because all delays are the same; write {faults.Words.Set(PropertyNames.RetryBackoff, RetryBackoff.Exponential)}, or remove it");
        }
        else if (delay?.Value == TimeSpan.Zero && retry.Backoff is RetryBackoff.Exponential)
        {
            faults.Add(PropertyNames.RetryBackoff, $"has no effect, because a {faults.Words[PropertyNames.RetryDelay]} of '{faults.Words.Of(delay.Value)}' is none however often it is doubled; write {faults.Words.LengthOf("1ms", "0.001")} or more, or remove one of the two");
        }
        else if (isTooLong && greatest is null)
        {
            faults.Add(PropertyNames.RetryDelay, $"is '{faults.Words.Of(delay!.Value)}', but no delay is longer than {faults.Words.LengthOf("60s", "60")} by default; add a {faults.Words[PropertyNames.RetryMaxDelay]}");
        }
        else if (isTooLong && greatest?.Value >= Duration.Shortest)
        {
            faults.Add(PropertyNames.RetryMaxDelay, $"is '{faults.Words.Of(greatest.Value)}', less than the first delay of '{faults.Words.Of(delay!.Value)}'; make it that or more");
        }

        var (retried, excluded) = (retry.RetryOn ?? [], retry.NoRetryOn ?? []);
        for (var i = 0; i < retried.Count; i++)
        {
            // Kinds of failure are no types, and have names that no type has.
            if (FailureKinds.IsNeverRetried(retried[i].Name))
                faults.Add(PropertyNames.RetryOn, $"lists '{retried[i].Display}', which is never retried; remove it", i);
        }

        if (excluded.IsEmpty || retried.IsEmpty)
            return;
        var names = new HashSet<string>(retried.Select(static type => type.Name), StringComparer.Ordinal);
        for (var i = 0; i < excluded.Count; i++)
        {
            var type = excluded[i];
            if (type.Name != Unknown && names.Contains(type.Name))
                faults.Add(PropertyNames.NoRetryOn, $"lists '{type.Display}', and so does {faults.Words[PropertyNames.RetryOn]}; keep it in one of them", i);
        }
    }

    // An exponential delay is a matter of chance.
    private static void CheckInTime(RetryModel retry, Duration bound, Faults faults)
    {
        if (retry is { Backoff: null or RetryBackoff.Constant, Delay: { Value: { } delay } declared } && delay <= Duration.LongestDelay
            && bound.Value is { } whole && whole >= Duration.Shortest && delay >= whole)
            faults.Add(PropertyNames.RetryDelay, $"is '{faults.Words.Of(declared)}', but all its attempts together may take only '{faults.Words.Of(bound)}', so it is never tried again; write less");
    }

    // The plan's time is not that of what runs after failures.
    private static Duration? BoundAround(PlanAnalysis plan, int step) =>
        plan.Model.Steps[step].TotalTimeout ?? (plan.Model.Steps[plan.Bindings.NodeOf(step)].RunsAfterFailures ? null : plan.Model.Timeout);

    private readonly struct Faults(Anchor step, string id, Wording words, ICollection<Finding> findings)
    {
        public Wording Words => words;

        public void Add(string property, string fault, int item = -1) =>
            findings.Add(new(RuleIds.InvalidRetry, step.At(property, item), [words[property], id, fault]));

        public void Add(List<string> properties, string fault)
        {
            var names = words;
            findings.Add(new(RuleIds.InvalidRetry, step.At(properties[0]), [string.Join(", ", properties.Select(property => names[property])), id, fault]));
        }
    }
}
