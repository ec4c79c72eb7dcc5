using System.Text.Json;

namespace PlanDsl;

/// <summary>A step of a strand.</summary>
/// <param name="Code">What it does.</param>
/// <param name="Function">The function that is all it calls; <see langword="null"/> where there is more to it.</param>
/// <param name="With">What the function is given.</param>
internal readonly record struct StrandStep(StepCode Code, Func<JsonElement, JsonElement>? Function, JsonElement With)
{
    public static StrandStep Of(StepCode code) => code.Body is CallCode { Fixed: var (function, with) } ? new(code, function, with) : new(code, null, default);
}
