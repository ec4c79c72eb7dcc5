namespace PlanDsl.Cli;

/// <summary>What was asked of a run.</summary>
/// <param name="Path">The plan file.</param>
/// <param name="Format">How the run is told: <c>pretty</c>, <c>json</c> or <c>jsonl</c>.</param>
internal sealed record RunSettings(string Path, string Format)
{
    /// <summary>The inputs, each as <c>KEY=VALUE</c>.</summary>
    public IReadOnlyList<string> Variables { get; init; } = [];

    /// <summary>The inputs that are secret.</summary>
    public SecretValues Secrets { get; init; } = SecretValues.None;

    /// <summary>How many steps may run at once; <see langword="null"/> for what the plan says.</summary>
    public int? MaxParallel { get; init; }

    /// <summary>How long the run may take; <see langword="null"/> for what the plan says.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Whether nothing is to be run.</summary>
    public bool IsDryRun { get; init; }

    /// <summary>The command that agents are; <see langword="null"/> for none.</summary>
    public string? AgentCommand { get; init; }

    /// <summary>Where the run is recorded; <see langword="null"/> for nowhere.</summary>
    public JournalPlace? Journal { get; init; }

    /// <summary>Whether the run is let go of when it does nothing but wait for signals.</summary>
    public bool LetsGo { get; init; }
}
