using System.ComponentModel;

namespace PlanDsl;

/// <summary>A variable in a text for a shell. One that the run is not given is left to the shell, which has variables of its own. Immutable. For
/// generated code.</summary>
/// <param name="name">Its name.</param>
/// <param name="value">Its value; <see langword="null"/> where it has none.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ShellVariable(string name, string? value)
{
    internal string Name => name;

    internal string? Value => value;
}
