using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>The constants of a plan file in C#, as one step sees them: those of its group over those of the plan.</summary>
internal sealed class ConstantValues
{
    private const string Json = "System.Text.Json.JsonElement";

    private readonly FilePlanReading _plan;
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    public ConstantValues(FilePlanReading plan, int step)
    {
        _plan = plan;
        Add(plan.Model.Constants);
        if (step >= 0 && plan.Bindings.GroupOf(step) is >= 0 and var group)
            Add(plan.Model.Steps[group].Parallel!.Constants);
    }

    /// <summary>All of them, an object.</summary>
    public CodeValue All() => Parsed("bindings", "{" + string.Join(",", _values.Select(static value => $"{CSharpText.Quote(value.Key)}:{value.Value}")) + "}");

    /// <summary>One of them; <see langword="null"/> if there is none of this name.</summary>
    public CodeValue? Find(string name) => !_values.TryGetValue(name, out var json) ? null : JsonTree.Parse(json).Root switch
    {
        { Kind: JsonKind.String } text => new(CodeTypes.String, CSharpText.Quote(text.Value)),
        { Kind: JsonKind.True or JsonKind.False } => new(CodeTypes.Boolean, json),
        { Kind: JsonKind.Number } => Number(name, json),
        _ => Parsed(name, json),
    };

    private CodeValue Number(string name, string json) =>
        Literal(json, NumberType.Integer) is { } integer ? new(CodeTypes.Integer, integer)
        : Literal(json, NumberType.Decimal) is { } number ? new(CodeTypes.Decimal, number)
        : Parsed(name, json);

    // What is put into a text is spelled as the file spells it, which C# does not where there is an exponent, or a minus before nothing.
    private static string? Literal(string json, NumberType type) => NumberCode.Spelled(json, type) == json ? NumberCode.Literal(json, type) : null;

    private CodeValue Parsed(string name, string json) => new(CodeTypes.Json, _plan.Fields.Add(name, Json, $"global::PlanDsl.PlanJson.Parse({CSharpText.Quote(json)})"));

    private void Add(EquatableArray<ConstantModel> constants)
    {
        foreach (var constant in constants)
            _values[constant.Name] = constant.Json;
    }
}
