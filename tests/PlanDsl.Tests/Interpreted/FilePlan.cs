using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PlanDsl.Tests;

/// <summary>Plan files made in tests, with handlers that tell what they were given.</summary>
internal sealed class FilePlan
{
    public StepHandlers Handlers { get; } = new();

    public List<string> Calls { get; } = [];

    public InterpretedPlanOptions Options { get; } = new();

    public FilePlan()
    {
        Options.Handlers = Handlers;

        // Returns what it is given as 'value', or all of it.
        Handlers.Add("echo", (with, _) =>
        {
            Note($"echo {with}");
            return new(with.TryGetProperty("value", out var value) ? value : with);
        });
        Handlers.Add("leave_nothing", (with, _) =>
        {
            Note($"leave_nothing {with}");
            return default;
        });
        Handlers.Add("fail", (with, _) =>
        {
            Note($"fail {with}");
            throw new InvalidOperationException(with.TryGetProperty("message", out var message) ? message.GetString() : "broken");
        });
    }

    public InterpretedPlan Parse(string text, string fileName = "test.plan.json") => InterpretedPlan.Parse(text, fileName, Options);

    public InterpretedRun Start(string text, JsonObject? inputs = null, PlanOptions? options = null) => Parse(text).Start(inputs, options);

    /// <summary>Runs the plan; its results as JSON.</summary>
    public async Task<string> RunAsync(string text, JsonObject? inputs = null) => Json(await Parse(text).RunAsync(inputs).Soon().ConfigureAwait(false));

    public async Task<PlanOutcome<PlanResults>> OutcomeOf(string text, JsonObject? inputs = null) => await Start(text, inputs).Completion.Soon().ConfigureAwait(false);

    /// <summary>A plan of these steps, written as in a file but in single quotes.</summary>
    public static string Steps(params string[] steps) => Quoted($"{{ 'steps': [ {string.Join(",\n", steps)} ] }}");

    /// <summary>JSON in which single quotes stand for double ones.</summary>
    public static string Quoted(string json) => json.Replace('\'', '"');

    public static string Json(PlanResults results) => string.Join(' ', results.Select(static result => $"{result.Key}={Text(result.Value)}"));

    private static string Text(JsonElement value) => JsonSerializer.Serialize(value);

    [MethodImpl(MethodImplOptions.Synchronized)]
    private void Note(string call) => Calls.Add(call);
}
