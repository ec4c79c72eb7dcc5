using System.Text.Json;

namespace PlanDsl.Benchmarks;

/// <summary>What it costs a step of a plan file to be given what the one before has returned: the value as JSON in <c>with</c>, a handler that reads it
/// there, and JSON of what it returns.</summary>
internal static class FileOption
{
    private static readonly JsonElement Returned = JsonSerializer.SerializeToElement(Caller.Value);

    public static OptionRow Row { get; } = new(
        "a value to bind, of a plan file",
        Size.OptionChain,
        RunOf(ChainOf(static step => step == 0 ? "" : FormattableString.Invariant($", \"with\": {{ \"value\": \"{{{{ s{step - 1} }}}}\" }}")), Bind),
        "a chain of such steps that are given nothing",
        RunOf(ChainOf(static step => step == 0 ? "" : FormattableString.Invariant($", \"depends_on\": [\"s{step - 1}\"]")), Call));

    private static JsonElement Bind(JsonElement with) =>
        JsonSerializer.SerializeToElement(Step.NoOp(with.TryGetProperty("value", out var value) ? value.GetInt32() : Caller.Value));

    private static JsonElement Call(JsonElement with)
    {
        Step.NoOp(Caller.Value);
        return Returned;
    }

    private static Func<Task> RunOf(string text, Func<JsonElement, JsonElement> handler)
    {
        var options = new InterpretedPlanOptions();
        options.Handlers.Add("step", handler);
        var plan = InterpretedPlan.Parse(text, "chain.plan.json", options);
        return () => plan.RunAsync(cancellationToken: Caller.Token);
    }

    private static string ChainOf(Func<int, string> optionOf) =>
        $"{{ \"steps\": [{string.Join(", ", Enumerable.Range(0, Size.OptionChain).Select(step => FormattableString.Invariant($"{{ \"id\": \"s{step}\", \"call\": \"step\"{optionOf(step)} }}")))}] }}";
}
