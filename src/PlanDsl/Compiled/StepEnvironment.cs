using System.Collections;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace PlanDsl;

/// <summary>The environment variables that a compiled plan file, and a step of it, declare. Not thread-safe. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[SuppressMessage("Naming", "CA1710", Justification = "It is an environment, which has variables.")]
public sealed class StepEnvironment : IEnumerable<KeyValuePair<string, string>>
{
    private readonly Dictionary<string, string> _variables;

    /// <summary>No variables.</summary>
    public StepEnvironment() => _variables = new(StringComparer.Ordinal);

    /// <summary>Those of another, to which more are to be added.</summary>
    /// <param name="outer">The other: that of the plan.</param>
    public StepEnvironment(StepEnvironment outer)
    {
        ArgumentNullException.ThrowIfNull(outer);
        _variables = new(outer._variables, StringComparer.Ordinal);
    }

    internal IEnumerable<KeyValuePair<string, string?>> Variables =>
        _variables.Select(static variable => KeyValuePair.Create<string, string?>(variable.Key, variable.Value));

    /// <summary>A variable.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="KeyNotFoundException">There is none of this name.</exception>
    public string this[string name]
    {
        get => _variables[name];
        set => _variables[name] = value;
    }

    /// <summary>All of them as a JSON object.</summary>
    public System.Text.Json.JsonElement ToJson() => JsonValues.Of(_variables.Select(static variable => KeyValuePair.Create(variable.Key, JsonValues.Of(variable.Value))));

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => _variables.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
