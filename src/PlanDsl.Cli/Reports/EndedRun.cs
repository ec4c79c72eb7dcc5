using System.Text.Json;
using PlanDsl.Model;

namespace PlanDsl.Cli;

/// <summary>A run that has ended.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Outcome">How the run ended.</param>
/// <param name="Results">The results of the steps that succeeded.</param>
/// <param name="Elapsed">How long it took.</param>
internal sealed record EndedRun(PlanModel Plan, PlanOutcome Outcome, IReadOnlyDictionary<string, JsonElement> Results, TimeSpan Elapsed)
{
    /// <summary>What the parts of its steps have left, where that was kept.</summary>
    public PartResults Parts { get; init; } = new();

    /// <summary>What is left of values when its secrets are taken out.</summary>
    public RunMask Secrets { get; init; } = RunMask.None;

    /// <summary>Where it is recorded; <see langword="null"/> for nowhere.</summary>
    public JournalPlace? Journal { get; init; }

    /// <summary>Whether it ended here because it cannot go on or be recorded, so that it is unfinished as it is recorded, and can be gone on with.</summary>
    public bool IsLeft { get; init; }

    /// <summary>The steps that wait for signals, by their paths, and the signals, where the run was let go of.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Waits { get; init; } = [];
}
