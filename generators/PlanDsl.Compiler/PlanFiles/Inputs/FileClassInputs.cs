using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>The inputs of a plan file as the methods take them that are generated for the class that names it. Equal to another by value.</summary>
/// <param name="Class">The class, as metadata has its name.</param>
/// <param name="Inputs">The inputs, in their order.</param>
public sealed record FileClassInputs(string Class, EquatableArray<SubPlanInput> Inputs)
{
    /// <summary>The rule that the file breaks as such, so that nobody can say what its inputs are; the empty string for one that could be read.</summary>
    public string Error { get; init; } = "";

    private const string Json = "JsonElement";

    /// <summary>Reads them. No symbol is looked at.</summary>
    /// <param name="type">The class, as metadata has its name.</param>
    /// <param name="file">The file.</param>
    public static FileClassInputs Of(string type, PlanFile file)
    {
        if (file.Findings.FirstOrDefault(static finding => finding.Severity is FindingSeverity.Error) is { } error)
            return new(type, []) { Error = error.Id };
        var inputs = new FileInputs(file.Model, new());
        var specs = inputs.Specs;
        return new(type, inputs.Models.Select((input, index) => InputOf(inputs.TypeOf(input.Name)!, specs[index])).ToEquatableArray());
    }

    private static SubPlanInput InputOf(CodeType type, InputSpec spec)
    {
        // Who takes it in C# knows JSON by the name of its type.
        var taken = TypeRefs.Of(spec.Type.EndsWith("?", StringComparison.Ordinal) ? type.OrNull() : type);
        return new(spec.Name.TrimStart('@'), type.Shape is CodeShape.Json ? taken with { Display = taken.Display.Replace(type.Expression.Display, Json) } : taken, spec.DefaultValue ?? spec.LeftOut);
    }
}
