namespace PlanDsl;

/// <summary>Something that happened in a run. A run is told wholly by its events in order: folding them gives its state.</summary>
public abstract record PlanEvent
{
    private protected PlanEvent()
    {
    }

    /// <summary>The run's id.</summary>
    public required string RunId { get; init; }

    /// <summary>The number of the event in its run: 1, 2, 3 … without gaps. In an event that is <see cref="Replayed"/>, the
    /// number of the last event that had happened when the snapshot was taken.</summary>
    public required long Sequence { get; init; }

    /// <summary>When it happened, in UTC, by <see cref="PlanOptions.TimeProvider"/>; in an event that is <see cref="Replayed"/>
    /// and that nobody observed when it happened, a time later than that. Events that are not replayed come in the order of
    /// their times.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>Whether it is part of the snapshot that brings a late subscriber up to date.</summary>
    public bool Replayed { get; init; }
}
