namespace PlanDsl;

/// <summary>What there is to say of a recorded run in a line.</summary>
public sealed record RunSummary
{
    /// <summary>The run's id.</summary>
    public required string RunId { get; init; }

    /// <summary>The plan's id.</summary>
    public required string PlanId { get; init; }

    /// <summary>How it ended; <see cref="RunStatus.Running"/> for one that has not, whether or not somebody executes it.</summary>
    public required RunStatus Status { get; init; }

    /// <summary>When it was created, in UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it ended, in UTC; <see langword="null"/> if it has not.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>The number of its last recorded event.</summary>
    public required long LastSequence { get; init; }

    /// <summary>The run of which it does a part again; <see langword="null"/> for none.</summary>
    public string? ParentRun { get; init; }

    /// <summary>Who executes it; <see langword="null"/> for one that has ended, was let go of, or was left by a process that died.</summary>
    public RunOwner? Owner { get; init; }

    /// <summary>Why nothing else can be said of it than its id; <see langword="null"/> for a run whose record can be read.</summary>
    public string? Fault { get; init; }
}
