using System.Text.Json;

namespace PlanDsl;

/// <summary>A step of a strand. A thousand of them lie in a row and are gone through by each run, so that each is as short as can be.</summary>
/// <param name="Function">The function that is all it calls; <see langword="null"/> where there is more to it.</param>
/// <param name="With">What the function is given.</param>
/// <param name="Index">Which step of the plan it is.</param>
internal readonly record struct StrandStep(Func<JsonElement, JsonElement>? Function, JsonElement With, int Index);
