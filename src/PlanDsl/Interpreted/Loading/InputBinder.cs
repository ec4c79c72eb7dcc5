using System.Text.Json;
using PlanDsl.Model;

namespace PlanDsl;

/// <summary>Makes of what a run is given the inputs that its plan declares.</summary>
internal static class InputBinder
{
    /// <summary>The inputs of a run.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="given">What the run is given.</param>
    /// <param name="tellsValues">Whether what does not fit is shown; not where a plan hands it to another.</param>
    /// <param name="outer">The run of the plan that hands it to another; <see langword="null"/> where none does.</param>
    /// <exception cref="ArgumentException">One is missing, of another type, or none that the plan declares.</exception>
    public static IReadOnlyDictionary<string, JsonElement> Bind(PlanModel plan, IReadOnlyDictionary<string, JsonElement> given, bool tellsValues, Coordinator? outer = null)
    {
        if (plan.Inputs.IsEmpty)
            return given;
        RefuseUnknown(plan, given.Keys);
        var inputs = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var input in plan.Inputs)
        {
            var values = new InputValues(plan.Id, input, tellsValues);
            inputs[input.Name] = given.TryGetValue(input.Name, out var value) ? values.Of(value) : values.UngivenIn(outer);
        }

        return inputs;
    }

    /// <summary>No inputs.</summary>
    public static IReadOnlyDictionary<string, JsonElement> None { get; } = new Dictionary<string, JsonElement>(StringComparer.Ordinal);

    // Before any is missed: whoever has misspelled one has left another out.
    private static void RefuseUnknown(PlanModel plan, IEnumerable<string> given)
    {
        var known = plan.Inputs.Select(static input => input.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var name in given)
        {
            if (known.Contains(name))
                continue;
            var nearest = new Nearest(known).To(name);
            throw new ArgumentException($"Plan '{plan.Id}' has no input '{name}'; {(nearest is null ? "declare it in inputs, or leave it out" : $"did you mean '{nearest}'?")}", nameof(given));
        }
    }
}
