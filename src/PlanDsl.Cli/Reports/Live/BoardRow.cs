namespace PlanDsl.Cli;

/// <summary>How a step stands, as it is shown while the run goes on.</summary>
/// <param name="Id">The step's id.</param>
/// <param name="IsMember">Whether it is a member of a group, and stands below it.</param>
internal sealed record BoardRow(string Id, bool IsMember)
{
    /// <summary>Its status.</summary>
    public StepStatus Status { get; set; } = StepStatus.Pending;

    /// <summary>The number of its attempt.</summary>
    public int Attempt { get; set; }

    /// <summary>When its first attempt started.</summary>
    public DateTimeOffset? StartedAt { get; set; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>How many of its parts have ended: elements, iterations, steps of the plan that it runs.</summary>
    public int PartsEnded { get; set; }

    /// <summary>What there is to say of it: how far it is, what went wrong.</summary>
    public string Note { get; set; } = "";

    /// <summary>Whether it has ended.</summary>
    public bool HasEnded => Status is not (StepStatus.Pending or StepStatus.Running or StepStatus.Waiting);

    /// <summary>How long it has run by <paramref name="now"/>; <see langword="null"/> if it has not started.</summary>
    public TimeSpan? ElapsedAt(DateTimeOffset now) => (EndedAt ?? now) - StartedAt;
}
