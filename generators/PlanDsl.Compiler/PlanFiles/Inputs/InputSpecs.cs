using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>How the generated methods take the inputs of a plan file.</summary>
internal static class InputSpecs
{
    private const string Null = "null";
    private const string Class = "PlanDsl.PlanInput";

    /// <summary>An input that the file declares.</summary>
    public static InputSpec Declared(string planId, InputModel input, string name, CodeFields fields)
    {
        var type = InputTypes.Of(input.JsonType);
        var isGivenOtherwise = input.Default is not null || input.FromEnvironment is not null;
        if (input.FromEnvironment is null && LiteralOf(input) is { } literal)
            return new(name, type.Declared, literal);
        if (!isGivenOtherwise && input.JsonType is not (InputType.Object or InputType.Array))
            return new(name, type.Declared, null);
        var field = fields.Add(input.Name + " input", Class, $"new({Arguments(planId, input)})");
        return new(name, isGivenOtherwise ? type.OrNull().Declared : type.Declared, isGivenOtherwise ? Null : null)
        {
            ValueType = type.Declared,
            Value = $"{field}.ValueOf({name})",
            FromEnvironment = input.FromEnvironment is null ? null : field,
        };
    }

    /// <summary>A variable that the file reads and does not declare.</summary>
    public static InputSpec Variable(string name, bool isValue) => new(name, (isValue ? CodeTypes.Json : CodeTypes.String).OrNull().Declared, Null);

    // In C# everything after an optional parameter is optional, and inputs keep the order of their declaration.
    public static void KeepTrailingDefaults(List<InputSpec> inputs)
    {
        var last = inputs.FindLastIndex(static input => input.DefaultValue is null);
        for (var i = 0; i < last; i++)
            inputs[i] = inputs[i] with { DefaultValue = null, LeftOut = inputs[i].DefaultValue };
    }

    private static string? LiteralOf(InputModel input) => (input.JsonType, input.Default) switch
    {
        (_, null) => null,
        (InputType.String, { } json) => CSharpText.Quote(JsonTree.Parse(json).Root.Value),
        (InputType.Boolean, { } json) => json,
        (InputType.Integer, { } json) => NumberCode.Literal(json, NumberType.Integer),
        (InputType.Number, { } json) => NumberCode.Literal(json, NumberType.Decimal),
        _ => null,
    };

    private static string Arguments(string planId, InputModel input)
    {
        var arguments = new List<string> { CSharpText.Quote(planId), CSharpText.Quote(input.Name), input.JsonType is { } type ? $"global::PlanDsl.Model.InputType.{type}" : Null };
        Add("defaultValue", input.Default);
        Add("variable", input.FromEnvironment);
        Add("description", input.Description);
        if (input.IsSecret)
            arguments.Add("isSecret: true");
        return string.Join(", ", arguments);

        void Add(string name, string? value)
        {
            if (value is not null)
                arguments.Add($"{name}: {CSharpText.Quote(value)}");
        }
    }
}
