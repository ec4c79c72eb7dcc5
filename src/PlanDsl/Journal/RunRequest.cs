namespace PlanDsl;

/// <summary>What somebody asks of a run through its journal: a <see cref="RunSignalRequest"/> or a <see cref="RunCancelRequest"/>.</summary>
public abstract record RunRequest
{
    private protected RunRequest()
    {
    }

    /// <summary>Names the request, so that it is done once however often it is made. A new one by default.</summary>
    public string Id { get; init; } = Guid.NewGuid().ToString("N");

    /// <summary>When it was asked, in UTC, by the clock of the journal by which it was; <see langword="null"/> where that cannot be read. The journal
    /// says so to the run: whatever whoever asks has set here is not kept.</summary>
    public DateTimeOffset? AskedAt { get; init; }
}
