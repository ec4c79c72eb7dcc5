using System.Text.Json;
using PlanDsl.Model;

namespace PlanDsl.Cli;

/// <summary>A run that has ended.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Outcome">How the run ended.</param>
/// <param name="Results">The results of the steps that succeeded.</param>
/// <param name="Elapsed">How long it took.</param>
internal sealed record RunRecord(PlanModel Plan, PlanOutcome Outcome, IReadOnlyDictionary<string, JsonElement> Results, TimeSpan Elapsed)
{
    /// <summary>What the parts of its steps have left, where that was kept.</summary>
    public PartResults Parts { get; init; } = new();
}
