using System.Text.Json;

namespace PlanDsl;

/// <summary>A signal has come in. A step that was waiting for it goes on.</summary>
public sealed record SignalReceivedEvent : PlanEvent
{
    /// <summary>The name of the signal.</summary>
    public required string Name { get; init; }

    /// <summary>The path of the step that goes on; <see langword="null"/> if none was waiting, and the signal is kept for one
    /// that will.</summary>
    public string? StepPath { get; init; }

    /// <summary>What the signal brings; <see langword="null"/> for nothing, and in a run without a journal.</summary>
    public JsonElement? Value { get; init; }

    /// <summary>The request in the journal that brought it; <see langword="null"/> for none.</summary>
    public string? RequestId { get; init; }

    /// <summary>When that was asked, in UTC, as the journal says; <see langword="null"/> for none. A wait is over for what was asked after its deadline.</summary>
    public DateTimeOffset? AskedAt { get; init; }
}
