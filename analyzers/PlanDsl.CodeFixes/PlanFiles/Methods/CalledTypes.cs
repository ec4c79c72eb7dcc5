using PlanDsl.Compiler;
using PlanDsl.Model;

namespace PlanDsl.CodeFixes;

/// <summary>The C# types of what a step gives to the method that it calls, and takes from it, as far as the plan tells them; else any JSON.</summary>
internal sealed class CalledTypes
{
    private const string Json = "global::System.Text.Json.JsonElement";
    private const string Task = "global::System.Threading.Tasks.Task";

    private readonly PlanFileDocument _file;
    private readonly FileValueTypes _types;

    public CalledTypes(PlanFileDocument file, ClassOfFile found, CancellationToken cancellationToken)
    {
        _file = file;
        cancellationToken.ThrowIfCancellationRequested();
        _types = new(file.File, found.Place, found.Type, found.Symbols);
    }

    /// <summary>The type of a value that a method is given.</summary>
    /// <param name="value">The value.</param>
    /// <param name="caller">The object that calls the method: a step, or what takes its place or undoes it.</param>
    public string Of(JsonNode value, JsonNode caller) => value.Kind switch
    {
        JsonKind.String => OfText(Template.Parse(value.Value), caller),
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

    private string OfText(Template template, JsonNode caller) =>
        template.Whole is not { } value ? "string" : CallerAt(caller) is var (step, role) && _types.Of(step, role, value) is { } type ? type : Json;

    private (int Step, MethodRole Role)? CallerAt(JsonNode caller)
    {
        var map = _file.File.Map;
        var steps = Enumerable.Range(0, _file.File.Model.Steps.Count).Select(step => (Step: step, map.FindWhole(step).Start, End: map.FindWhole(step).Start + map.FindWhole(step).Length));
        var around = steps.Where(step => step.Start <= caller.Span.Start && caller.Span.End <= step.End).OrderByDescending(static step => step.Start).ToArray();
        if (around.Length == 0)
            return null;
        var role = around[0].Start == caller.Span.Start ? MethodRole.Body : JsonLists.NameOf(caller).Value == "fallback" ? MethodRole.Fallback : MethodRole.Compensate;
        return (around[0].Step, role);
    }
}
