using System.Text.Json;

namespace PlanDsl;

/// <content>What comes from the environment.</content>
public sealed partial class PlanTable
{
    private (string PlanId, EnvironmentInput Input)[]? _environmentWithin;

    /// <summary>Gives its inputs that come from the environment where a run is not given any; <see langword="null"/> where none does.</summary>
    internal Func<EnvironmentInput[]>? EnvironmentInputs { get; set; }

    /// <summary>What the environment has for such inputs of the plans that it runs, and that those run; what is missing is missed when its plan runs.</summary>
    internal IEnumerable<(string PlanId, EnvironmentInput Input, JsonElement Value)> EnvironmentWithin()
    {
        if (PlanOf is null)
            return [];
        _environmentWithin ??= [.. PlansWithin([]).SelectMany(static plan => (plan.EnvironmentInputs?.Invoke() ?? []).Select(input => (plan.PlanId, input)))];
        return _environmentWithin.SelectMany(static read => ValueOf(read.Input.Find).Select(value => (read.PlanId, read.Input, value)));
    }
}
