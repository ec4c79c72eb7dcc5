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
    ];

    private static string Told(string id) => $$"""{ "id": "{{id}}", "call": "do", "with": { "values": ["{{id}}"] } }""";

    private static string Group(string lost) =>
        $$"""{ "id": "race", "parallel": { "strategy": "any", "steps": [{{lost}}, { "id": "go", "wait": { "signal": "go" } }] } }""";

    private static string Raced(string lost) => $$"""
        { "order": "sequential", "limits": { "max_parallel": 1 }, "bindings": { "turns": [1, 2, 3, 4], "one": [1] }, "steps": [
          { "id": "first", "call": "do", "with": { "values": [1] }, "compensate": { "call": "undo" } },
          {{Group(lost)}},
          { "id": "last", "call": "do", "with": { "values": [1] }, "compensate": { "call": "undo" } }
        ] }
        """;
}
