namespace PlanDsl;

/// <summary>A signal has come in. A step that was waiting for it goes on.</summary>
public sealed record SignalReceivedEvent : PlanEvent
{
    /// <summary>The name of the signal.</summary>
    public required string Name { get; init; }

    /// <summary>The path of the step that goes on; <see langword="null"/> if none was waiting, and the signal is kept for one
    /// that will.</summary>
    public string? StepPath { get; init; }
}
