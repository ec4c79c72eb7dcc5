using System.Text.Json;

namespace PlanDsl;

/// <summary>What comes from the environment for the inputs of the plans that a run runs, as far as its own plan says which these are. It is read once, when the run is
/// started, and recorded, so that it stays what it was wherever the run is gone on with; of secrets it is recorded only that they were there. Immutable.</summary>
internal sealed class EnvironmentValues
{
    private const string Value = "value";

    // Null for those that are secret.
    private readonly Dictionary<(string Plan, string Input), JsonElement?> _values = [];

    private EnvironmentValues()
    {
    }

    /// <summary>Whether there is something that was not recorded.</summary>
    public bool IsNew { get; private set; }

    /// <summary>What is recorded, and what the environment has besides. What neither has is missed by the plan that needs it.</summary>
    /// <param name="plan">The plan of the run.</param>
    /// <param name="recorded">What is recorded; <see langword="null"/> for nothing.</param>
    public static EnvironmentValues Read(PlanTable plan, JsonElement? recorded)
    {
        var read = new EnvironmentValues();
        if (recorded is { } before)
            read.Add(before);
        foreach (var (planId, input, value) in plan.EnvironmentWithin())
            read.IsNew |= read._values.TryAdd((planId, input.Name), input.IsSecret ? null : value);
        return read;
    }

    /// <summary>Whether an input had something.</summary>
    /// <param name="planId">The id of the plan whose input it is.</param>
    /// <param name="input">Its name.</param>
    /// <param name="value">What it had; <see langword="null"/> for a secret.</param>
    public bool TryGet(string planId, string input, out JsonElement? value) => _values.TryGetValue((planId, input), out value);

    /// <summary>All of it, by plan and input.</summary>
    public JsonElement ToJson() => JsonValues.Of(_values
        .GroupBy(static value => value.Key.Plan, StringComparer.Ordinal)
        .Select(static plan => KeyValuePair.Create(plan.Key, JsonValues.Of(plan.Select(static value => KeyValuePair.Create(value.Key.Input, Told(value.Value)))))));

    private static JsonElement Told(JsonElement? value) => JsonValues.Of(value is { } known ? [KeyValuePair.Create(Value, known)] : []);

    private void Add(JsonElement recorded)
    {
        foreach (var plan in recorded.EnumerateObject())
        {
            foreach (var input in plan.Value.EnumerateObject())
                _values[(JsonValues.NameOf(plan), JsonValues.NameOf(input))] = JsonValues.TryGetMember(input.Value, Value, out var value) ? value : null;
        }
    }
}
