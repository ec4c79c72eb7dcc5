using System.Text.Json;

namespace PlanDsl;

/// <summary>An input of a plan that comes from the environment where a run is not given any.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsSecret">Whether nobody is to be told its value.</param>
/// <param name="Find">Gives what it is for who is given nothing; throws <see cref="ArgumentException"/> where that is nothing, or nothing that fits.</param>
internal sealed record EnvironmentInput(string Name, bool IsSecret, Func<JsonElement> Find);
