using PlanDsl;

namespace RepoAudit;

/// <summary>A step as it ran: when, counted from the start of the run; after which others; how it ended.</summary>
public sealed record TimelineStep(
    string Id,
    IReadOnlyList<string> DependsOn,
    TimeSpan Start,
    TimeSpan End,
    StepStatus Status,
    string? Error = null)
{
    public TimeSpan Duration => End - Start;
}
