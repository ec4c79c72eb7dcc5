using PlanDsl.Compiler;
using PlanDsl.Model;

namespace PlanDsl.CodeFixes;

/// <summary>The C# types of what a step gives to the method that it calls, and takes from it, as far as the plan tells them; else any JSON.</summary>
internal sealed class CalledTypes
{
    private const string Json = "global::System.Text.Json.JsonElement";
    private const string Task = "global::System.Threading.Tasks.Task";

    private readonly PlanFileDocument _file;
    private readonly PlanSpec _plan;

    public CalledTypes(PlanFileDocument file, ClassOfFile found, CancellationToken cancellationToken)
    {
        _file = file;
        _plan = FilePlanReader.Read(file.File, found.Place, found.Type, found.Symbols, PlanCatalog.Empty, cancellationToken).Spec;
    }

    /// <summary>The type of a value that a method is given.</summary>
    public string Of(JsonNode value) => value.Kind switch
    {
        JsonKind.String => OfText(Template.Parse(value.Value)),
        JsonKind.Number => ValueCheck.IsInteger(value) ? "long" : "decimal",
        JsonKind.True or JsonKind.False => "bool",
        _ => Json,
    };

    /// <summary>What a method returns: a value where a step reads it, or where it has a result_key.</summary>
    public string ResultOf(JsonNode caller)
    {
        var steps = _file.File.Model.Steps;
        var step = Enumerable.Range(0, steps.Count).Where(step => _file.File.Map.FindWhole(step).Start == caller.Span.Start).Select(step => steps[step]).FirstOrDefault();

        // What takes a step's place returns what the step does.
        if (step is null)
            return $"{Task}<{Json}>";
        var isRead = caller.Find("result_key") is not null || caller.Find("repeat_until") is not null
            || steps.SelectMany(ParametersOf).Any(parameter => parameter.Kind is ParameterKind.Result or ParameterKind.Element && parameter.Key == step.ResultKey);
        return isRead ? $"{Task}<{Json}>" : Task;
    }

    private static IEnumerable<ParameterModel> ParametersOf(StepModel step) =>
        Enum.GetValues(typeof(MethodRole)).Cast<MethodRole>().SelectMany(role => step.ParametersOf(role));

    private string OfText(Template template) => template.Whole switch
    {
        null => "string",
        PathExpression path => OfPath(path),
        CoalesceExpression { Operands: { Count: > 0 } operands } when operands[operands.Count - 1] is LiteralExpression literal => OfLiteral(literal),
        LiteralExpression literal => OfLiteral(literal),
        ArrayExpression => Json,
        _ => "bool",
    };

    private string OfPath(PathExpression path) => path.Root switch
    {
        ReferenceRoots.Inputs => path.Segments is { Count: 1 } && _file.File.Model.Inputs.FirstOrDefault(input => input.Name == path.Segments[0].Name) is { } input ? OfInput(input) : Json,
        ReferenceRoots.Env => "string",
        ReferenceRoots.Index or ReferenceRoots.Iteration => "long",
        _ => OfResult(path),
    };

    private string OfResult(PathExpression path)
    {
        if (_plan.Model.Steps.FirstOrDefault(step => step.ResultKey == path.Root) is not { ResultType: { } type })
            return Json;
        if (path.Segments.IsEmpty)
            return type == TypeRef.Json ? Json : type.Nullability is Nullability.Nullable && !type.IsValueType ? type.Name + "?" : type.Name;
        return type.Name == "global::PlanDsl.CommandResult" && path.Segments.Count == 1
            ? path.Segments[0].Name switch { "stdout" or "stderr" => "string", "exit_code" => "int", _ => Json }
            : Json;
    }

    private static string OfInput(InputModel input) => input.JsonType switch
    {
        InputType.String => "string",
        InputType.Integer => "long",
        InputType.Number => "decimal",
        InputType.Boolean => "bool",
        _ => Json,
    };

    private static string OfLiteral(LiteralExpression literal) => literal.Kind switch
    {
        ValueKind.String => "string",
        ValueKind.Number => literal.Text.All(char.IsDigit) ? "long" : "decimal",
        ValueKind.Boolean => "bool",
        _ => Json,
    };
}
