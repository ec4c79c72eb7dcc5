namespace PlanDsl;

/// <summary>What somebody asks of a run through its journal: a <see cref="RunSignalRequest"/> or a <see cref="RunCancelRequest"/>.</summary>
public abstract record RunRequest
{
    private protected RunRequest()
    {
    }

    /// <summary>Names the request, so that it is done once however often it is made. A new one by default.</summary>
    public string Id { get; init; } = Guid.NewGuid().ToString("N");
}
