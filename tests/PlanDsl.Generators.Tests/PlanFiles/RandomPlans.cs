using System.Globalization;

namespace PlanDsl.Generators.Tests;

/// <summary>Makes plan files of agents, commands, groups, fan-outs, loops, other plans and what may be said of them. Not all are sound, and none is a
/// race: either each step waits for the one above it, or no step that fails ends anything but itself and what depends on it. All have a secret:
/// plans that have one share their engine, and to compile one for each plan would take most of a test's time.</summary>
internal sealed class RandomPlans(Random random)
{
    /// <summary>The plan that they run.</summary>
    public static (string Name, string Text) Inner { get; } = ("inner.plan.json", """
        { "inputs": { "word": { "type": "string", "default": "w" } }, "steps": [ { "id": "a", "agent": { "agent_id": "in", "prompt": "${word}" } }, { "id": "b", "agent": { "agent_id": "fails" }, "on_failure": "continue" } ] }
        """);

    private readonly List<Kind> _steps = [];
    private Shape _shape;

    private enum Shape
    {
        Sequence,
        Chain,
        Free,
    }

    private enum Kind
    {
        Agent,
        Agents,
        Command,
        Group,
        Plan,
    }

    /// <summary>A plan with this id.</summary>
    public string Make(string id)
    {
        _steps.Clear();
        _shape = (Shape)random.Next(3);
        var count = random.Next(2, 8);
        var steps = Enumerable.Range(0, count).Select(step => Step(step, count)).ToArray();
        return $$$"""
            {
              "plan_id": "{{{id}}}", "order": "{{{(_shape is Shape.Sequence ? "sequential" : "dag")}}}", "limits": { "max_parallel": 1 },
              "inputs": { "key": { "type": "string", "default": "hidden", "secret": true } },
              "bindings": { "list": ["x", "y z", 3], "n": 5 },
              "steps": [
                {{{string.Join(",\n    ", steps)}}}
              ]
            }
            """;
    }

    private string Step(int step, int count)
    {
        var parts = new List<string> { $"\"id\": \"s{step}\"" };
        var kind = (Kind)random.Next(5);
        parts.Add(kind is Kind.Agents ? $"\"for_each\": \"bindings.list\", {Agent("{{ item }} {{ index }}")}" : kind is Kind.Group ? Group(step) : Body(kind));
        if (step > 0 && _shape is Shape.Chain)
            parts.Add($"\"depends_on\": [\"s{step - 1}\"]");
        else if (step > 0 && random.Next(3) == 0)
            parts.Add($"\"depends_on\": [\"s{random.Next(step)}\"]");
        if (step > 0 && random.Next(4) == 0)
            parts.Add($"\"condition\": \"{Condition(random.Next(step))}\"");
        parts.AddRange(Policy());
        if (random.Next(5) == 0)
            parts.Add("\"retries\": 1");
        if (step > 0 && random.Next(7) == 0)
            parts.Add($"\"run_when\": \"{Of("always", "failure")}\"");
        if (kind is not Kind.Group && random.Next(5) == 0)
            parts.Add($"\"fallback\": {{ {Body(Of(Kind.Agent, Kind.Command))} }}");
        if (kind is not Kind.Group && random.Next(5) == 0)
            parts.Add($"\"compensate\": {{ {Agent("undo")} }}");
        if (kind is Kind.Agent && random.Next(4) == 0)
            parts.Add(Invariant($"\"repeat_until\": \"{Of("iteration >= 2", "result.attempt == 1", "false")}\", \"max_iterations\": {random.Next(1, 4)}, \"on_exhausted\": \"{Of("fail", "use_last")}\""));
        if (_shape is Shape.Sequence && random.Next(2) == 0)
            parts.Add($"\"transitions\": {{ {Transitions(step, count)} }}");
        _steps.Add(kind);
        return $"{{ {string.Join(", ", parts)} }}";
    }

    // Which of two steps fails first is anybody's guess where neither waits for the other, so that no failure may fail the run.
    private IEnumerable<string> Policy()
    {
        if (_shape is Shape.Free)
            return Of<string[]>(["\"on_failure\": \"continue\""], ["\"on_failure\": \"skip_dependents\"", "\"critical\": false"]);
        return random.Next(3) == 0 ? [$"\"on_failure\": \"{Of("continue", "skip_dependents", "abort")}\""]
            : random.Next(6) == 0 ? ["\"critical\": false"]
            : [];
    }

    private string Body(Kind kind) => kind switch
    {
        Kind.Command => random.Next(4) == 0 ? "\"command\": \"false\"" : $"\"command\": \"printf\", \"args\": [\"%s\", \"{Text()}\"]",
        Kind.Plan => $"\"plan\": \"inner\", \"with\": {{ {(random.Next(2) == 0 ? $"\"word\": \"{Word(Text())}\"" : "")} }}",
        _ => Agent(Text()),
    };

    // What the inner plan takes is a text, which an array is not.
    private static string Word(string text) => text == "{{ bindings.list }}" ? text + "." : text;

    private string Agent(string prompt) =>
        $"\"agent\": {{ \"agent_id\": \"{(random.Next(4) == 0 ? "fails" : "echo")}\", \"prompt\": \"{prompt}\", \"with\": {{ \"v\": \"{Text()}\" }} }}";

    private string Group(int step)
    {
        var members = Enumerable.Range(0, random.Next(1, 4)).Select(member =>
            $"{{ \"id\": \"s{step}m{member}\", {(random.Next(2) == 0 ? $"\"result_key\": \"k{step}m{member}\", " : "")}{Body(Of(Kind.Agent, Kind.Command, Kind.Plan))} }}");
        return $"\"type\": \"parallel\", \"parallel\": {{ \"max_concurrency\": 1, \"strategy\": \"{(_shape is Shape.Free ? Of("all", "best_effort") : Of("all", "fail_fast", "any", "best_effort"))}\", \"steps\": [{string.Join(", ", members)}] }}";
    }

    private string Transitions(int step, int count)
    {
        var parts = new List<string>();
        if (step + 1 < count && random.Next(2) == 0)
            parts.Add($"\"default_next_step\": \"s{random.Next(step + 1, count)}\"");
        if (step + 1 < count && random.Next(2) == 0)
            parts.Add($"\"failure_branch_ids\": [\"s{random.Next(step + 1, count)}\"]");
        if (random.Next(6) == 0)
            parts.Add("\"allowed_events\": [\"step_failed\"]");
        return string.Join(", ", parts);
    }

    private string Text() => string.Concat(Enumerable.Range(0, random.Next(3)).Select(_ => Of("t ", "{{ bindings.n }} ", "{{ bindings.list }}", "${unbound} ", _steps.Count > 0 ? $"{{{{ {Reference(random.Next(_steps.Count))} ?? 'none' }}}} " : "")));

    private string Reference(int step) => _steps[step] switch
    {
        Kind.Agent => $"s{step}.prompt",
        Kind.Agents => $"s{step}[1].agent",
        Kind.Command => $"s{step}.stdout",
        Kind.Plan => $"s{step}.a.prompt",
        _ => $"steps.s{step}.status",
    };

    private string Condition(int step) => Of(
        $"steps.s{step}.status == 'succeeded'", $"steps.s{step}.status != 'failed'", $"(steps.s{step}.error.kind ?? 'no') == 'no'", $"({Reference(step)} ?? 'none') != 'none'", "bindings.n > 7");

    private T Of<T>(params T[] all) => all[random.Next(all.Length)];

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
