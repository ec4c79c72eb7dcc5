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
        for (var step = 0; step < plan.Model.Steps.Count; step++)
        {
            if (plan.Model.Steps[step] is not { Retry: { } retry } declared)
                continue;
            var faults = new Faults(Anchor.Step(step), declared.Id, findings);
            if (retry.Retries is { } count and < 0)
                faults.Add(PropertyNames.Retries, $"is {count.ToString(CultureInfo.InvariantCulture)}; write how often to try again, or 0 for not at all");
            else if (retry.Retries is null)
                CheckIdle(retry, faults);
            else
                CheckUsed(retry, faults);
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
        if (!retry.RetryOn.IsEmpty)
            idle.Add(PropertyNames.RetryOn);
        if (!retry.NoRetryOn.IsEmpty)
            idle.Add(PropertyNames.NoRetryOn);
        if (idle.Count > 0)
            faults.Add(idle, $"{(idle.Count == 1 ? "has" : "have")} no effect, because the step is never tried again; add retries");
    }

    private static void CheckUsed(RetryModel retry, Faults faults)
    {
        var (delay, greatest) = (retry.Delay, retry.MaxDelay);
        var isTooLong = delay?.Value is { } first && first <= Duration.LongestDelay && first > (greatest is null ? DefaultMaxDelay : greatest.Value.Value);
        if (retry.Backoff is null or RetryBackoff.Constant)
        {
            if (greatest is not null)
                faults.Add(PropertyNames.RetryMaxDelay, "has no effect, because all delays are the same; set retry_backoff to Exponential, or remove it");
        }
        else if (isTooLong && greatest is null)
        {
            faults.Add(PropertyNames.RetryDelay, $"is '{delay}', but no delay is longer than 60s by default; add a retry_max_delay");
        }
        else if (isTooLong && greatest?.Value >= Duration.Shortest)
        {
            faults.Add(PropertyNames.RetryMaxDelay, $"is '{greatest}', less than the first delay of '{delay}'; make it that or more");
        }

        for (var i = 0; i < retry.NoRetryOn.Count; i++)
        {
            var type = retry.NoRetryOn[i];
            if (type.Name != Unknown && retry.RetryOn.Any(other => other.Name == type.Name))
                faults.Add(PropertyNames.NoRetryOn, $"lists '{type.Display}', and so does retry_on; keep it in one of them", i);
        }
    }

    private readonly struct Faults(Anchor step, string id, ICollection<Finding> findings)
    {
        public void Add(string property, string fault, int item = -1) =>
            findings.Add(new(RuleIds.InvalidRetry, step.At(property, item), [property, id, fault]));

        public void Add(List<string> properties, string fault) =>
            findings.Add(new(RuleIds.InvalidRetry, step.At(properties[0]), [string.Join(", ", properties), id, fault]));
    }
}
