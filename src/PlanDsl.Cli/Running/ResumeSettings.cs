namespace PlanDsl.Cli;

/// <summary>What was asked of a run that is to be gone on with, or done again.</summary>
/// <param name="Run">The run, as it was named.</param>
/// <param name="Journal">Where it is recorded.</param>
/// <param name="Format">How it is told: <c>pretty</c>, <c>json</c> or <c>jsonl</c>.</param>
internal sealed record ResumeSettings(string Run, JournalPlace Journal, string Format)
{
    /// <summary>The inputs that are secret.</summary>
    public SecretValues Secrets { get; init; } = SecretValues.None;

    /// <summary>The plan file; <see langword="null"/> for that with which the run was started.</summary>
    public string? Plan { get; init; }

    /// <summary>The command that agents are; <see langword="null"/> for that with which the run was started.</summary>
    public string? AgentCommand { get; init; }

    /// <summary>The step from which on the run is to be done again, as a run of its own; <see langword="null"/> where it is to be gone on with.</summary>
    public string? From { get; init; }

    /// <summary>Whether the plan may have changed since.</summary>
    public bool AllowsChanged { get; init; }

    /// <summary>Whether the run is let go of when it does nothing but wait for signals.</summary>
    public bool LetsGo { get; init; }
}
