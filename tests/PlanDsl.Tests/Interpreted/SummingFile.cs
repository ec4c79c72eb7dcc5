using System.Globalization;
using System.Text.Json;

namespace PlanDsl.Tests;

/// <summary>A random plan file whose steps return their number and the sum of what those before them have returned.</summary>
internal sealed class SummingFile
{
    private readonly int[][] _before;
    private readonly int[] _calls;

    /// <param name="seed">What makes it.</param>
    /// <param name="handlers">What its steps call by turns: <c>sum</c>, a function; <c>later</c>, which waits; <c>claimed</c>, which waits
    /// though it says that it never does.</param>
    public SummingFile(int seed, string[] handlers)
    {
        var random = new Random(seed);
        var count = random.Next(1, 150);

        // Of long chains, of many branches, or of both.
        var width = random.Next(1, 5);
        _before = [.. Enumerable.Range(0, count).Select(step => random.Next(8) == 0 ? [] : Enumerable.Range(0, random.Next(1, width + 1)).Select(_ => step - random.Next(1, width + 1)).Where(static other => other >= 0).Distinct().ToArray())];
        _calls = new int[count];
        Handlers.Add("sum", with => Sum(with)).Add("later", LaterAsync).Add("claimed", new Claimed(this));
        var bound = random.Next(3) switch { 0 => 1, 1 => 3, _ => 1000 };
        Text = $"{{ \"limits\": {{ \"max_parallel\": {bound} }}, \"steps\": [ {string.Join(", ", Enumerable.Range(0, count).Select(step => StepOf(step, handlers[random.Next(handlers.Length)])))} ] }}";
    }

    public string Text { get; }

    public StepHandlers Handlers { get; } = new();

    /// <summary>How often each step has been called.</summary>
    public IReadOnlyList<int> Calls => _calls;

    /// <summary>The results of a run, as <see cref="FilePlan.Json"/> writes them.</summary>
    public string Expected()
    {
        var sums = new long[_before.Length];
        for (var step = 0; step < sums.Length; step++)
            sums[step] = (step + _before[step].Sum(other => sums[other])) % 1_000_003;
        return string.Join(' ', sums.Select(static (sum, step) => $"s{step}={sum}"));
    }

    // The number is a constant, so that steps which begin the plan are given what is always the same.
    private string StepOf(int step, string handler) =>
        $"{{ \"id\": \"s{step}\", \"call\": \"{handler}\", \"with\": {{ \"number\": {step}{string.Concat(_before[step].Select(static other => $", \"s{other}\": \"{{{{ s{other} }}}}\""))} }} }}";

    private JsonElement Sum(JsonElement with)
    {
        Interlocked.Increment(ref _calls[with.GetProperty("number").GetInt32()]);
        return JsonElement.Parse((with.EnumerateObject().Sum(static member => member.Value.GetInt64()) % 1_000_003).ToString(CultureInfo.InvariantCulture));
    }

    private async ValueTask<JsonElement> LaterAsync(JsonElement with, CancellationToken cancellationToken)
    {
        var sum = Sum(with);

        // Some have their result at hand all the same.
        if (sum.GetInt64() % 3 > 0)
            await Task.Yield();
        return sum;
    }

    private sealed class Claimed(SummingFile file) : IStepHandler
    {
        public bool IsSynchronous => true;

        public ValueTask<JsonElement> InvokeAsync(StepCall call, CancellationToken cancellationToken) => file.LaterAsync(call.With, cancellationToken);
    }
}
