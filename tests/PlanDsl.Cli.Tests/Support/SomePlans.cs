using System.Globalization;
using System.Text;

namespace PlanDsl.Cli.Tests;

/// <summary>Plans to draw, check and run.</summary>
internal static class SomePlans
{
    /// <summary>A command, two that wait for it, and one that waits for both.</summary>
    public const string Diamond = """
        {
          "plan_id": "diamond",
          "steps": [
            { "id": "fetch", "command": "echo", "args": ["fetched"] },
            { "id": "left", "command": "echo", "args": ["left"], "depends_on": ["fetch"] },
            { "id": "right", "command": "echo", "args": ["right"], "depends_on": ["fetch"], "condition": "fetch.exit_code == 0" },
            { "id": "join", "command": "echo", "args": ["joined"], "depends_on": ["left", "right"] }
          ]
        }
        """;

    /// <summary>A group between two steps.</summary>
    public const string Grouped = """
        {
          "plan_id": "grouped",
          "name": "Tests <fast & slow>",
          "steps": [
            { "id": "build", "command": "echo" },
            {
              "id": "tests", "type": "parallel", "depends_on": ["build"],
              "parallel": { "steps": [ { "id": "fast", "command": "echo", "args": ["a"] }, { "id": "slow", "command": "echo", "args": ["b"] } ] }
            },
            { "id": "publish", "command": "echo", "depends_on": ["tests"] }
          ]
        }
        """;

    /// <summary>Two errors, one of them with a near name.</summary>
    public const string Broken = """
        {
          "plan_id": "broken",
          "steps": [
            { "id": "fetch", "command": "echo" },
            { "id": "build", "command": "echo", "depends_on": ["fech"], "retrys": 1 }
          ]
        }
        """;

    /// <summary>Steps at random, each behind up to three of those before it; the same for the same number.</summary>
    public static string Random(int steps, int seed)
    {
        var random = new Random(seed);
        var text = new StringBuilder("{ \"plan_id\": \"random\", \"steps\": [\n");
        for (var step = 0; step < steps; step++)
        {
            var before = Enumerable.Range(0, Math.Min(step, 3)).Select(_ => random.Next(Math.Max(0, step - 40), step)).Distinct().Order();
            text.Append(step == 0 ? "" : ",\n").Append(CultureInfo.InvariantCulture, $"{{ \"id\": \"step_{step}\", \"command\": \"true\", \"depends_on\": [{string.Join(", ", before.Select(id => $"\"step_{id}\""))}] }}");
        }

        return text.Append("\n] }").ToString();
    }
}
