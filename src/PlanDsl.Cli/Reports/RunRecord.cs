using PlanDsl.Model;

namespace PlanDsl.Cli;

/// <summary>A run that has ended.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Path">The file that it stands in.</param>
/// <param name="Outcome">How the run ended.</param>
/// <param name="Results">The results of the steps that succeeded.</param>
/// <param name="Elapsed">How long it took.</param>
internal sealed record RunRecord(PlanModel Plan, string Path, PlanOutcome Outcome, IReadOnlyDictionary<string, System.Text.Json.JsonElement> Results, TimeSpan Elapsed);
