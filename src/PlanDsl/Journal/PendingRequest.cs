namespace PlanDsl;

/// <summary>Something that was asked of a run and is not done: nobody executes the run, or whoever does has yet to take it. What a signal brings
/// is not told, since it may be for nobody but the run.</summary>
public sealed record PendingRequest
{
    /// <summary>Names the request, as <see cref="RunRequest.Id"/> does.</summary>
    public required string RequestId { get; init; }

    /// <summary>The name of the signal that it gives the run; <see langword="null"/> for one that cancels the run.</summary>
    public string? Signal { get; init; }

    /// <summary>When it was asked, in UTC; <see langword="null"/> where that cannot be read.</summary>
    public DateTimeOffset? AskedAt { get; init; }

    /// <summary>What is to be told of a request.</summary>
    internal static PendingRequest Of(RunRequest request) =>
        new() { RequestId = request.Id, Signal = (request as RunSignalRequest)?.Name, AskedAt = request.AskedAt };
}
