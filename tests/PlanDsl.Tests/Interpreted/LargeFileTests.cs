using System.Globalization;
using System.Text;
using System.Text.Json;

namespace PlanDsl.Tests;

public sealed class LargeFileTests
{
    [Fact]
    public async Task A_file_with_as_many_steps_as_a_file_may_have_runs()
    {
        const int steps = 100_000;
        var text = new StringBuilder("{ \"plan_id\": \"large\", \"steps\": [");
        for (var step = 0; step < steps; step++)
            text.Append(CultureInfo.InvariantCulture, $"{(step == 0 ? "" : ",")} {{ \"id\": \"s{step}\", \"call\": \"count\"{(step < 7 ? "" : $", \"depends_on\": [\"s{step - 1}\", \"s{step - 7}\"]")} }}");
        text.Append("] }");
        var count = 0;
        var done = JsonElement.Parse("true");
        var handlers = new StepHandlers().Add("count", (_, _) =>
        {
            Interlocked.Increment(ref count);
            return new(done);
        });

        var plan = InterpretedPlan.Parse(text.ToString(), "large.plan.json", new() { Handlers = handlers });
        var results = await plan.RunAsync();

        Assert.Equal((steps, steps), (count, results.Count));
    }

    [Fact]
    public async Task Elements_are_no_steps_that_a_file_declares()
    {
        const int elements = 100_001;
        var text = $"{{ \"bindings\": {{ \"all\": [{string.Join(',', Enumerable.Repeat('0', elements))}] }}, \"steps\": [ {{ \"id\": \"a\", \"for_each\": \"bindings.all\", \"call\": \"echo\" }} ] }}";
        var done = JsonElement.Parse("true");

        var results = await InterpretedPlan.Parse(text, "large.plan.json", new() { Handlers = new StepHandlers().Add("echo", (_, _) => new(done)) }).RunAsync();

        Assert.Equal(elements, results["a"].GetArrayLength());
    }
}
