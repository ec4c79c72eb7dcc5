using System.Globalization;
using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>The static fields of a plan that hold what its methods need and is the same for all runs, each once. For one thread.</summary>
public sealed class CodeFields
{
    private readonly List<string> _declarations = [];
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    /// <summary>Their declarations, in the order in which they were first needed.</summary>
    public EquatableArray<string> Declarations => _declarations.ToEquatableArray();

    /// <summary>The name of the field with this value.</summary>
    /// <param name="noun">What it is, as the beginning of its name.</param>
    /// <param name="type">Its type.</param>
    /// <param name="value">Its value in C#.</param>
    internal string Add(string noun, string type, string value)
    {
        if (_names.TryGetValue(value, out var known))
            return known;
        var name = "__" + noun + _names.Count.ToString(CultureInfo.InvariantCulture);
        _names.Add(value, name);
        _declarations.Add($"private static readonly global::{type} {name} = {value};");
        return name;
    }
}
