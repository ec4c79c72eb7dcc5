using System.ComponentModel;
using System.Text.Json;

namespace PlanDsl;

/// <summary>A variable in a text for a shell. One that the run is not given is left to the shell, which has variables of its own. Immutable. For
/// generated code.</summary>
/// <param name="name">Its name.</param>
/// <param name="value">Its value; <see langword="null"/> where it has none.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ShellVariable(string name, string? value)
{
    /// <summary>A variable whose value is JSON.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value, which is inserted as text; <see langword="null"/> where it has none.</param>
    /// <param name="place">Where it is inserted, for messages: <c>'command' of step 'merge'</c>.</param>
    public ShellVariable(string name, JsonElement? value, string place)
        : this(name, value is { } given ? PlanText.Of(given, $"${{{name}}}", place) : null)
    {
    }

    internal string Name => name;

    internal string? Value => value;
}
