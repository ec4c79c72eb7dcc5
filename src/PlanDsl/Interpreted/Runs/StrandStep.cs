using System.Text.Json;

namespace PlanDsl;

/// <summary>A step of a strand.</summary>
/// <param name="Index">Which step of the plan it is, here since a thousand of these lie in a row and what <paramref name="Code"/> refers to does not.</param>
/// <param name="Code">What it does.</param>
/// <param name="Function">The function that is all it calls; <see langword="null"/> where there is more to it.</param>
/// <param name="With">What the function is given.</param>
internal readonly record struct StrandStep(int Index, StepCode Code, Func<JsonElement, JsonElement>? Function, JsonElement With)
{
    public static StrandStep Of(StepCode code) => code.Body is CallCode { Fixed: var (function, with) } ? new(code.Index, code, function, with) : new(code.Index, code, null, default);
}
