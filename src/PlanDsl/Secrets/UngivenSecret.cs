using System.Text.Json;

namespace PlanDsl;

/// <summary>What a secret input is in a run that is given none.</summary>
/// <param name="Name">The plan's id, and what tells the input from the others of the plan.</param>
/// <param name="Find">Gives the value; throws <see cref="ArgumentException"/> where it is missing.</param>
internal sealed record UngivenSecret(string Name, Func<JsonElement> Find);
