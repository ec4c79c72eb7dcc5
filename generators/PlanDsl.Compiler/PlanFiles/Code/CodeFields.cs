using System.Globalization;
using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>The static fields of a plan that hold what its methods need and is the same for all runs, each once. For one thread.</summary>
public sealed class CodeFields
{
    private const int MostWords = 5;

    private readonly List<string> _declarations = [];
    private readonly Dictionary<(string Type, string Value), string> _names = [];

    private readonly Dictionary<string, string?> _ofResults = new(StringComparer.Ordinal);

    // What is written in methods has names like these.
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal) { "__item", "__run", "__fault" };

    /// <summary>Their declarations, in the order in which they were first needed.</summary>
    public EquatableArray<string> Declarations => _declarations.ToEquatableArray();

    /// <summary>The name of the field of this type with this value: what is written alike may be of several types.</summary>
    /// <param name="says">What its name is made of: the first words of a text.</param>
    /// <param name="type">Its type.</param>
    /// <param name="value">Its value in C#.</param>
    internal string Add(string says, string type, string value)
    {
        if (_names.TryGetValue((type, value), out var known))
            return known;
        var like = "__" + ParameterNames.CamelCase(string.Join("_", WordsOf(says).Take(MostWords)));
        var name = like;
        for (var number = 2; !_taken.Add(name); number++)
            name = like + number.ToString(CultureInfo.InvariantCulture);
        _names.Add((type, value), name);
        _declarations.Add($"private static readonly global::{type} {name} = {value};");
        return name;
    }

    /// <summary>The name of the field that makes JSON of the results of a plan, which is written once; <see langword="null"/> while it is being
    /// written, so that the plan leads back to itself: that is a finding, and ends here.</summary>
    /// <param name="type">The type of the results.</param>
    /// <param name="write">Adds the field.</param>
    internal string? OfResults(string type, Func<string> write)
    {
        if (!_ofResults.TryGetValue(type, out var name))
        {
            _ofResults.Add(type, null);
            _ofResults[type] = name = write();
        }

        return name;
    }

    private static string[] WordsOf(string text) =>
        new string([.. text.Select(static letter => char.IsLetterOrDigit(letter) ? letter : ' ')]).Split([' '], StringSplitOptions.RemoveEmptyEntries);
}
