using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace PlanDsl;

/// <summary>The results of an interpreted plan, by result_key, in the order in which the plan declares them. Steps that left no result have
/// no entry. Immutable and thread-safe.</summary>
[SuppressMessage("Naming", "CA1710", Justification = "It is what a compiled plan calls Results.")]
public sealed class PlanResults : IReadOnlyDictionary<string, JsonElement>
{
    private readonly ResultKeys _keys;
    private readonly JsonElement[] _values;

    internal PlanResults(ResultKeys keys, JsonElement[] values) => (_keys, _values) = (keys, values);

    /// <summary>How many steps left a result.</summary>
    public int Count => _values.Count(static value => IsThere(value));

    /// <inheritdoc/>
    public IEnumerable<string> Keys => Entries().Select(static entry => entry.Key);

    /// <inheritdoc/>
    public IEnumerable<JsonElement> Values => Entries().Select(static entry => entry.Value);

    /// <summary>The result with a key.</summary>
    /// <param name="key">The result_key.</param>
    /// <exception cref="KeyNotFoundException">No step has this result_key, or the one that has left no result.</exception>
    public JsonElement this[string key] => TryGetValue(key, out var value) ? value
        : throw new KeyNotFoundException(_keys.Find(key) < 0 ? $"No step of plan '{_keys.PlanId}' has the result_key '{key}'." : $"The step with the result_key '{key}' left no result.");

    /// <inheritdoc/>
    public bool ContainsKey(string key) => TryGetValue(key, out _);

    /// <inheritdoc/>
    public bool TryGetValue(string key, out JsonElement value)
    {
        ArgumentNullException.ThrowIfNull(key);
        var step = _keys.Find(key);
        value = step < 0 ? default : _values[step];
        return IsThere(value);
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, JsonElement>> GetEnumerator() => Entries().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static bool IsThere(JsonElement value) => value.ValueKind is not JsonValueKind.Undefined;

    private IEnumerable<KeyValuePair<string, JsonElement>> Entries()
    {
        for (var step = 0; step < _values.Length; step++)
        {
            if (IsThere(_values[step]))
                yield return new(_keys.Of(step), _values[step]);
        }
    }
}
