namespace PlanDsl.Tests;

/// <content>Races: what loses has done something in its first two turns, which is undone at the verdict.</content>
internal sealed partial record NestedPlan
{
    private const string Turning = """
        { "order": "sequential", "inputs": { "turn": { "type": "integer" } }, "steps": [
          { "id": "book", "call": "do", "with": { "values": [1] }, "compensate": { "call": "undo" } },
          { "id": "ring", "call": "ring", "with": { "turn": "{{ inputs.turn }}" } }
        ] }
        """;

    private const string LostLoop = """{ "id": "lost", "plan": "turning", "repeat_until": "false", "max_iterations": 9, "with": { "turn": "{{ iteration }}" } }""";

    private const string LostEach = """{ "id": "lost", "for_each": "bindings.turns", "max_parallel": 1, "call": "ring", "with": { "turn": "{{ item }}" }, "compensate": { "call": "undo" } }""";

    private const string LostPlans = """{ "id": "lost", "for_each": "bindings.turns", "max_parallel": 1, "plan": "turning", "with": { "turn": "{{ item }}" } }""";

    private const string LostLoops = """{ "id": "lost", "for_each": "bindings.one", "plan": "turning", "repeat_until": "false", "max_iterations": 9, "with": { "turn": "{{ iteration }}" } }""";

    private static NestedPlan[] Races =>
    [
        .. from race in ((string Name, string Lost, string Plan)[])[("a loop of a plan", LostLoop, "racing_loop"), ("a fan-out", LostEach, "racing_each"), ("a fan-out of a plan", LostPlans, "racing_plans"), ("an element that loops over a plan", LostLoops, "racing_loops")]
        from nested in (NestedPlan[])
        [
            new($"{race.Name} that loses a race", Group(race.Lost), Told("mid"), Told("end")),
            new($"{race.Name} that loses a race in a plan that is undone", $$"""{ "id": "sub", "plan": "{{race.Plan}}" }""", Told("mid"), """{ "id": "end", "call": "do", "with": { "values": ["fail"] } }"""),
        ]
        select nested with { IsConcurrent = true },
        .. from nested in (NestedPlan[])
        [
            new("a plan with a fan-out that loses a race", Group("""{ "id": "lost", "plan": "turning_each" }"""), Told("mid"), Told("end")),
            new("a plan in whose plan a loop loses a race", Group("""{ "id": "lost", "plan": "turning_deep" }"""), Told("mid"), Broke),
            new("a plan that stands in for a call and loses a race", Group("""{ "id": "lost", "call": "do", "with": { "values": ["fail"] }, "fallback": { "plan": "turning_deep" } }"""), Told("mid"), Broke),
            new("a fan-out of a plan that is undone otherwise and loses a race", Group("""{ "id": "lost", "for_each": "bindings.turns", "max_parallel": 1, "plan": "turning", "with": { "turn": "{{ item }}" }, "compensate": { "call": "undo" } }"""), Told("mid"), Told("end")),
            new("a loop that loses where one of two is not yet enough", Group(LostLoop, """{ "id": "go", "wait": { "signal": "go" } }, { "id": "other", "call": "do", "with": { "values": [1] }, "compensate": { "call": "undo" } }""", "\"threshold\", \"threshold\": 2"), Told("mid"), Broke),
            new("a loop that is called off where another fails", Group(LostLoop, GoesWrong, "\"fail_fast\"", "\"on_failure\": \"continue\", "), Told("mid"), Told("end")),
            new("a loop that is called off where another fails, and the run with it", Told("first"), Group(LostLoop, GoesWrong, "\"fail_fast\""), Told("mid")),
            new("a fan-out that is called off where another fails in a plan that is borne", """{ "id": "sub", "plan": "racing_wrong", "on_failure": "continue" }""", Told("mid"), Told("end")),
            new("a loop whose group has no time left", Group(Hanging(LostLoop), Never, "\"any\"", "\"total_timeout_sec\": 3, \"on_failure\": \"continue\", "), Told("mid"), Told("end")),
            new("a fan-out whose group has no time left", Group(Hanging(LostPlans), Never, "\"any\"", "\"timeout_sec\": 3, \"on_failure\": \"continue\", "), Told("mid"), Broke),
            new("a race that is stopped with the plan that it is in", """{ "id": "sub", "plan": "turning_out", "total_timeout_sec": 3, "on_failure": "continue" }""", Told("mid"), Told("end")),
            new("a race that is stopped with the plan that it is in, and is tried again", """{ "id": "sub", "plan": "turning_out", "timeout_sec": 3, "retries": 1, "on_failure": "continue" }""", Told("mid"), Broke),
        ]
        select nested with { IsConcurrent = true },
    ];

    private const string Broke = """{ "id": "end", "call": "do", "with": { "values": ["fail"] } }""";

    private const string Goes = """{ "id": "go", "wait": { "signal": "go" } }""";

    private const string Never = """{ "id": "go", "wait": { "signal": "never" } }""";

    private const string GoesWrong = """{ "id": "go", "plan": "going_wrong" }""";

    private const string GoingWrong = """{ "order": "sequential", "steps": [{ "id": "go", "wait": { "signal": "go" } }, { "id": "wrong", "call": "do", "with": { "values": ["fail"] } }] }""";

    private const string LosingEach = """
        { "order": "sequential", "limits": { "max_parallel": 2 }, "bindings": { "turns": [1, 2, 3, 4] }, "steps": [
          { "id": "first", "call": "do", "with": { "values": [1] }, "compensate": { "call": "undo" } },
          { "id": "each", "for_each": "bindings.turns", "max_parallel": 1, "call": "ring", "with": { "turn": "{{ item }}" }, "compensate": { "call": "undo" } }
        ] }
        """;

    private const string LosingDeep = """
        { "order": "sequential", "limits": { "max_parallel": 2 }, "steps": [
          { "id": "first", "call": "do", "with": { "values": [1] }, "compensate": { "call": "undo" } },
          { "id": "lp", "plan": "turning", "repeat_until": "false", "max_iterations": 9, "with": { "turn": "{{ iteration }}" } }
        ] }
        """;

    private static string TurningOut => $$"""
        { "order": "sequential", "limits": { "max_parallel": 2 }, "bindings": { "turns": [1, 2, 3, 4] }, "steps": [
          { "id": "first", "call": "do", "with": { "values": [1] }, "compensate": { "call": "undo" } },
          {{Group(Hanging(LostEach), Never)}}
        ] }
        """;

    private static string Hanging(string lost) => lost.Replace("\"turn\": \"{{ i", "\"hangs\": true, \"turn\": \"{{ i", StringComparison.Ordinal).Replace("\"plan\": \"turning\"", "\"plan\": \"turning_on\"", StringComparison.Ordinal);

    private static string Told(string id) => $$"""{ "id": "{{id}}", "call": "do", "with": { "values": ["{{id}}"] } }""";

    private static string Group(string lost, string others = Goes, string strategy = "\"any\"", string options = "") =>
        $$"""{ "id": "race", {{options}}"parallel": { "strategy": {{strategy}}, "steps": [{{lost}}, {{others}}] } }""";

    private static string Raced(string lost, string others = Goes, string strategy = "\"any\"") => $$"""
        { "order": "sequential", "limits": { "max_parallel": 2 }, "bindings": { "turns": [1, 2, 3, 4], "one": [1] }, "steps": [
          { "id": "first", "call": "do", "with": { "values": [1] }, "compensate": { "call": "undo" } },
          {{Group(lost, others, strategy)}},
          { "id": "last", "call": "do", "with": { "values": [1] }, "compensate": { "call": "undo" } }
        ] }
        """;
}
