using PlanDsl.Compiler;
using PlanDsl.Model;

namespace PlanDsl.Generators;

/// <summary>Spells the policy of a step in C#, the plan's defaults resolved.</summary>
internal static class PolicyTexts
{
    /// <summary>The initialisers of the policy, one per line; the empty string for a step that has none.</summary>
    public static string Of(int index, PlanSpec spec, MethodNumbers numbers, LiveChains? live)
    {
        var (plan, isPlanFile) = (spec.Model, spec.PlanFile.Length > 0);
        var step = plan.Steps[index];
        var lines = new List<string>();
        Add(lines, "Timeout", step.EffectiveTimeoutIn(plan));
        Add(lines, "TotalTimeout", step.TotalTimeout);
        if (step.Retry is { Retries: > 0 } retry)
        {
            lines.Add($"Retries = {TableWriter.Text(retry.Retries.Value)},");
            Add(lines, "RetryDelay", retry.Delay);
            Add(lines, "RetryMaxDelay", retry.MaxDelay);
            if (retry.Backoff is { } backoff)
                lines.Add($"RetryBackoff = global::PlanDsl.RetryBackoff.{backoff},");
            Add(lines, "RetryOn", retry.RetryOn ?? [], isPlanFile);
            Add(lines, "NoRetryOn", retry.NoRetryOn ?? [], isPlanFile);
        }

        if (step.Pipeline is { } pipeline)
            lines.Add($"Pipeline = {CSharpText.Quote(pipeline)},");
        if (numbers.Of(index, MethodRole.When) is { } condition)
            lines.Add($"Condition = {TableWriter.Text(condition)},");
        if (step.Flow is not null)
            lines.Add($"Branch = {TableWriter.Text(numbers.Decisions.Count + index)},");
        if (FlowWriter.AcceptedOf(step) is { } accepted)
            lines.Add($"Accepted = {accepted},");
        if (step.RunsAfterFailures)
            lines.Add($"RunWhen = global::PlanDsl.RunWhen.{step.RunWhen},");
        if (numbers.Of(index, MethodRole.Fallback) is { } fallback)
            lines.Add($"Fallback = {TableWriter.Text(fallback)},");
        if (numbers.Of(index, MethodRole.Compensate) is { } compensation)
            lines.Add($"Compensation = {TableWriter.Text(compensation)},");
        if (numbers.Of(index, MethodRole.RepeatUntil) is { } until)
            lines.Add($"Loop = new({TableWriter.Text(until)}, {TableWriter.Text(step.MaxIterations ?? 1)}{(step.OnExhausted is OnExhausted.UseLast ? ", UseLast: true" : "")}),");
        if (step.Element is not null)
            lines.Add("IsFanOut = true,");
        if (step.MaxParallel is { } bound)
            lines.Add($"MaxParallel = {TableWriter.Text(bound)},");
        if (step.Parallel is { } group)
            lines.Add($"Group = new(global::PlanDsl.ParallelStrategy.{group.EffectiveStrategy}{(group.Threshold is { } threshold ? $", {TableWriter.Text(threshold)}" : "")}),");
        if (step.Signal is { } signal)
            lines.Add($"Signal = new({CSharpText.Quote(signal.Name)}, {(step.ResultType is { } value ? $"typeof({TypeTexts.Static(value.Name)})" : "null")}){(isPlanFile ? " { TakesAnything = true }" : "")},");
        if (step.SubPlan is not null)
            lines.Add("IsSubPlan = true,");
        if (live?.ReaderOf(index) is >= 0 and var reader)
            lines.Add($"LiveTo = {TableWriter.Text(reader)},");
        if (live?.ProducerOf(index) is >= 0 and var producer)
            lines.Add($"LiveFrom = {TableWriter.Text(producer)},");
        if (step.NeedsServices)
            lines.Add("NeedsServices = true,");
        if (spec.Steps[index].AsksAgents)
            lines.Add("NeedsAgents = true,");
        return string.Join("\n", lines);
    }

    /// <summary>A length of time in the largest unit of which it is a whole number.</summary>
    public static string Of(TimeSpan time)
    {
        var (unit, count) = time.Ticks switch
        {
            var ticks when ticks % TimeSpan.TicksPerDay == 0 => ("Days", ticks / TimeSpan.TicksPerDay),
            var ticks when ticks % TimeSpan.TicksPerHour == 0 => ("Hours", ticks / TimeSpan.TicksPerHour),
            var ticks when ticks % TimeSpan.TicksPerMinute == 0 => ("Minutes", ticks / TimeSpan.TicksPerMinute),
            var ticks when ticks % TimeSpan.TicksPerSecond == 0 => ("Seconds", ticks / TimeSpan.TicksPerSecond),
            var ticks when ticks % TimeSpan.TicksPerMillisecond == 0 => ("Milliseconds", ticks / TimeSpan.TicksPerMillisecond),
            var ticks => ("Ticks", ticks),
        };
        return count == 0 ? "global::System.TimeSpan.Zero" : $"global::System.TimeSpan.From{unit}({TableWriter.Text(count)})";
    }

    private static void Add(List<string> lines, string property, Duration? duration)
    {
        if (duration?.Value is { } value)
            lines.Add($"{property} = {Of(value)},");
    }

    // A plan file chooses by kinds of failure, C# by types of exception.
    private static void Add(List<string> lines, string property, EquatableArray<TypeRef> listed, bool areKinds)
    {
        if (!listed.IsEmpty)
            lines.Add($"{property}{(areKinds ? "Kinds" : "")} = [{string.Join(", ", listed.Select(one => areKinds ? $"global::PlanDsl.FailureKind.{PascalCase.From(one.Name)}" : $"typeof({one.Name})"))}],");
    }
}
