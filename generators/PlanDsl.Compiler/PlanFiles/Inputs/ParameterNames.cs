using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>Names the parameters that take the inputs of a plan file: <c>DRY_RUN</c> is <c>dryRun</c>.</summary>
internal sealed class ParameterNames
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <summary>The name of the parameter for an input, escaped where C# needs it.</summary>
    public string Take(string input)
    {
        var name = CamelCase(input);
        while (!_taken.Add(name))
            name += "_";
        return TypeNames.Escape(name);
    }

    /// <summary>A name in camelCase. Of what is all in capitals, words are told apart by what stands between them.</summary>
    public static string CamelCase(string input)
    {
        var isLoud = !input.Any(char.IsLower);
        var pascal = PascalCase.From(isLoud ? input.ToLowerInvariant() : input);
        return pascal.Length == 0 ? "input" : char.ToLowerInvariant(pascal[0]) + pascal.Substring(1);
    }
}
