using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PlanDsl.Model;
using PlanDsl.Testing.Internal;

namespace PlanDsl.Generators.Tests;

/// <summary>How a run of a plan file went, told as text: by the compiled plan or by the interpreted one.</summary>
internal static class FileRun
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Asserts that a plan file that no class names goes the same way compiled and interpreted.</summary>
    /// <returns>How it went.</returns>
    public static async Task<string> SameAsync(string text, JsonObject? inputs = null, string name = "sample.plan.json")
    {
        var interpreted = await InterpretedAsync(text, name, inputs).ConfigureAwait(false);
        var compiled = await CompiledAsync(text, name, inputs).ConfigureAwait(false);
        Assert.Equal(interpreted, compiled);
        return compiled;
    }

    private static async Task<string> InterpretedAsync(string text, string name, JsonObject? inputs)
    {
        var plan = InterpretedPlan.Parse(text, name, new() { Agents = new EchoAgents() });
        var outcome = await plan.Start(inputs).Completion.WaitAsync(Patience).ConfigureAwait(false);
        var results = outcome.Status is RunStatus.Succeeded ? Keys(plan.Model).Select(key => (key, outcome.Results!.TryGetValue(key, out var value) ? value : (JsonElement?)null)) : [];
        return Tell(outcome, results);
    }

    private static async Task<string> CompiledAsync(string text, string name, JsonObject? inputs)
    {
        var run = PlanFileRun.Of([PlanFileRun.File(name, text)]).AssertCompiles();
        var file = PlanFileReader.Read(text, name).Model;
        var type = run.Load().GetType("Shop." + Compiler.FilePlanNames.ClassOf(file.Id), throwOnError: true)!;
        var started = Start(type, inputs);
        var outcome = await started.Completion.WaitAsync(Patience).ConfigureAwait(false);
        var results = outcome.Status is RunStatus.Succeeded ? Results(outcome, file) : [];
        return Tell(outcome, results);
    }

    private static PlanRun Start(Type type, JsonObject? inputs)
    {
        var start = type.GetMethod("Start")!;
        var arguments = start.GetParameters().Select(parameter =>
            parameter.ParameterType == typeof(PlanOptions) ? new PlanOptions { Agents = new EchoAgents() }
            : inputs?[parameter.Name!] is { } given ? Given(given, Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType)
            : parameter.HasDefaultValue ? parameter.DefaultValue : null);
        return (PlanRun)start.Invoke(Activator.CreateInstance(type), [.. arguments])!;
    }

    private static IEnumerable<(string Key, JsonElement? Value)> Results(PlanOutcome outcome, PlanModel file)
    {
        var results = outcome.GetType().GetProperty("Results")!.GetValue(outcome)!;
        return Keys(file).Select(key => (key, Json(results.GetType().GetProperty(PascalCase.From(key))!.GetValue(results))));
    }

    private static JsonElement? Json(object? value) => value switch
    {
        null => null,
        JsonElement element => element,
        CommandResult result => PlanJson.Of(result),
        Array array => PlanJson.Array([.. array.Cast<object?>().Select(static element => Json(element) ?? PlanJson.Null)]),
        _ => throw new NotSupportedException(value.GetType().ToString()),
    };

    private static IEnumerable<string> Keys(PlanModel plan) => plan.Steps.Select(static step => step.ResultKey);

    private static object? Given(JsonNode value, Type type) =>
        type == typeof(JsonElement) ? JsonElement.Parse(value.ToJsonString()) : value.Deserialize(type);

    private static string Tell(PlanOutcome outcome, IEnumerable<(string Key, JsonElement? Value)> results)
    {
        var text = new StringBuilder().Append("run ").Append(outcome.Status).Append(' ').Append(outcome.Error?.StepId).Append(' ').Append(outcome.Error?.Kind).Append('\n');
        Tell(outcome.Steps, "", text);
        foreach (var (key, value) in results)
            text.Append(key).Append(" = ").Append(value is { } there ? JsonSerializer.Serialize(there) : "nothing").Append('\n');
        return text.ToString();
    }

    private static void Tell(IReadOnlyList<StepOutcome> steps, string indentation, StringBuilder text)
    {
        foreach (var step in steps)
        {
            text.Append(indentation).Append(step.Id).Append(' ').Append(step.Status).Append(' ').Append(step.SkipCause).Append(' ').Append(step.Attempts)
                .Append(step.IsFallback ? " by its fallback" : "").Append(step.IsTolerated ? " tolerated" : "").Append(step.Compensation is { } undone ? $" undone {undone.Error is null}" : "");
            if (step.Error is { } error)
                text.Append(' ').Append(error.Kind).Append(": ").Append(error.Message);
            text.Append('\n');
            Tell(step.Children, indentation + "  ", text);
        }
    }
}
