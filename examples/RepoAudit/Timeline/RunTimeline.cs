using PlanDsl;

namespace RepoAudit;

/// <summary>Which step of a run ran when.</summary>
public sealed record RunTimeline(IReadOnlyList<TimelineStep> Steps)
{
    public TimeSpan Duration => Steps.Select(step => step.End).DefaultIfEmpty().Max();

    public IReadOnlyList<string> CriticalPath { get; } = RepoAudit.CriticalPath.Of(Steps);

    /// <summary>Reads the timeline off a run that was observed: only then are its times recorded.</summary>
    public static RunTimeline Of(PlanDefinition plan, PlanOutcome outcome)
    {
        var zero = outcome.Steps.Min(step => step.StartedAt) ?? default;
        return new RunTimeline(
        [
            .. plan.Steps
                .Zip(outcome.Steps, (step, ended) => new TimelineStep(
                    step.Id,
                    step.DependsOn,
                    (ended.StartedAt ?? zero) - zero,
                    (ended.EndedAt ?? ended.StartedAt ?? zero) - zero,
                    ended.Status,
                    ended.Error?.Message))
                .OrderBy(step => step.Start)
                .ThenBy(step => step.End),
        ]);
    }
}
