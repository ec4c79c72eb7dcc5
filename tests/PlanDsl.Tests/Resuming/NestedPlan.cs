namespace PlanDsl.Tests;

/// <summary>A plan file whose steps run other plans, with those.</summary>
/// <param name="Name">What it is about.</param>
/// <param name="Steps">Its steps, in single quotes.</param>
internal sealed partial record NestedPlan(string Name, params string[] Steps)
{
    /// <summary>The plans that it runs, by their ids.</summary>
    public static IReadOnlyDictionary<string, string> Inner { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        // A loop and a fan-out, whose lengths differ per attempt; and a step that fails in the first.
        ["batch"] = Within("'lengths': { 'type': 'array' }, 'sizes': { 'type': 'array' }",
            "{ 'id': 'lp', 'call': 'turn', 'repeat_until': 'result.done', 'max_iterations': 4, 'with': { 'at': '{{ inputs.at }}/lp', 'iteration': '{{ iteration }}', 'lengths': '{{ inputs.lengths }}' } }",
            "{ 'id': 'ls', 'call': 'do', 'with': { 'at': '{{ inputs.at }}/ls', 'values': '{{ inputs.sizes }}' } }",
            "{ 'id': 'each', 'for_each': 'ls', 'max_parallel': 1, 'call': 'do', 'with': { 'at': '{{ inputs.at }}/each[{{ index }}]', 'values': ['{{ item }}'] } }",
            "{ 'id': 'x', 'call': 'do', 'with': { 'at': '{{ inputs.at }}/x', 'values': ['fail', '{{ each }}'] } }"),
        ["once"] = Within("'value': { 'type': 'integer' }", "{ 'id': 'x', 'call': 'do', 'with': { 'at': '{{ inputs.at }}/x', 'values': ['{{ inputs.value }}'] } }"),
        ["twice"] = Within("'value': { 'type': 'integer' }", "{ 'id': 'y', 'call': 'do', 'with': { 'at': '{{ inputs.at }}/y', 'values': ['{{ inputs.value }}'] } }", Failing("x")),
        ["kept"] = Within("", Booked),
        ["slow"] = Within("", Booked, "{ 'id': 'b', 'call': 'hang', 'with': { 'at': '{{ inputs.at }}/b', 'value': 7 } }"),
        ["plain"] = Within("", Done("fetch", "plain"), "{ 'id': 'b', 'call': 'hang', 'with': { 'at': '{{ inputs.at }}/b', 'value': 7 } }"),
        ["around_plain"] = Within("", Done("fetch", "around"), "{ 'id': 's', 'plan': 'plain', 'with': { 'at': '{{ inputs.at }}/s' } }"),
        ["brief"] = Within("", Done("fetch", "brief"), "{ 'id': 'b', 'call': 'hang', 'with': { 'at': '{{ inputs.at }}/b', 'value': 7 } }").Replace("\"max_parallel\": 1", "\"max_parallel\": 1, \"timeout_sec\": 3", StringComparison.Ordinal),
        ["around_slow"] = Within("", Booked, "{ 'id': 's', 'plan': 'slow', 'with': { 'at': '{{ inputs.at }}/s' } }"),

        // A primary and its mirror, with steps of the same ids.
        ["primary"] = Within("", "{ 'id': 'fetch', 'call': 'do', 'with': { 'at': '{{ inputs.at }}/fetch of primary', 'values': ['fail'] } }", Done("publish", "primary")),
        ["late"] = Within("", Done("fetch", "late"), "{ 'id': 'publish', 'call': 'do', 'with': { 'at': '{{ inputs.at }}/publish of late', 'values': ['fail'] } }"),
        ["mirror"] = Within("", Done("fetch", "mirror"), Done("publish", "mirror"), "{ 'id': 'tell', 'for_each': 'bindings.all', 'max_parallel': 1, 'call': 'do', 'with': { 'at': '{{ inputs.at }}/tell[{{ index }}]', 'values': ['{{ item }}'] } }"),
        ["fragile"] = Within("", Done("fetch", "fragile"), Failing("x")),

        ["looping"] = Within("", Loop("lp", "{{ inputs.at }}/lp"), Failing("x")),
        ["element_loops"] = Within("", "{ 'id': 'each', 'for_each': 'bindings.one', 'plan': 'once', 'repeat_until': 'iteration == 2', 'max_iterations': 3, 'with': { 'at': '{{ inputs.at }}/each[{{ index }}]#{{ iteration }}', 'value': '{{ iteration }}' } }", Failing("x")),
        ["mending"] = Within("", "{ 'id': 's', 'plan': 'primary', 'fallback': { 'plan': 'mirror', 'with': { 'at': '{{ inputs.at }}/s' } }, 'with': { 'at': '{{ inputs.at }}/s' } }", Failing("x")),
        ["middle"] = Within("", "{ 'id': 'inner', 'plan': 'batch', 'retries': 1, 'with': { 'at': '{{ inputs.at }}/inner', 'lengths': [2, 3, 1], 'sizes': [[1, 2], [1], [1, 2, 3]] } }", Failing("x")),
        ["ending"] = Within("", Booked, "{ 'id': 'x', 'call': 'do', 'on_failure': 'skip_dependents', 'with': { 'at': '{{ inputs.at }}/x', 'values': ['fail', 1] } }"),
        ["booked"] = Within("", Booked, Failing("x")),

        // Where something else wins at the third turn.
        ["turning"] = Turning,
        ["turning_on"] = Turning.Replace("\"ring\", \"with\": {", "\"ring\", \"with\": { \"hangs\": true,", StringComparison.Ordinal).Replace("\"inputs\": {", "\"inputs\": { \"hangs\": { \"default\": true },", StringComparison.Ordinal),
        ["racing_loop"] = Raced(LostLoop),
        ["racing_each"] = Raced(LostEach),
        ["racing_plans"] = Raced(LostPlans),
        ["racing_loops"] = Raced(LostLoops),
        ["turning_each"] = LosingEach,
        ["turning_deep"] = LosingDeep,
        ["turning_out"] = TurningOut,
        ["going_wrong"] = GoingWrong,
        ["racing_wrong"] = Raced(LostLoop, GoesWrong, "\"fail_fast\""),
        ["kept_badly"] = Within("", Booked, "{ 'id': 'bad', 'call': 'do', 'with': { 'at': '{{ inputs.at }}/bad', 'values': [1] }, 'compensate': { 'call': 'do', 'with': { 'at': '{{ inputs.at }}/bad undone', 'values': ['fail'] } } }", Done("z", "it")),
        ["kept_deep"] = Within("", Booked, "{ 'id': 'lp', 'plan': 'kept', 'repeat_until': 'iteration == 2', 'max_iterations': 2, 'with': { 'at': '{{ inputs.at }}/lp#{{ iteration }}' } }", "{ 'id': 'each', 'for_each': 'bindings.all', 'max_parallel': 1, 'plan': 'kept', 'with': { 'at': '{{ inputs.at }}/each[{{ index }}]' } }", "{ 'id': 's', 'plan': 'kept', 'with': { 'at': '{{ inputs.at }}/s' } }"),
        ["kept_until"] = Within("'item': { 'type': 'integer' }", Booked, "{ 'id': 'x', 'call': 'do', 'condition': 'inputs.item == 2', 'with': { 'at': '{{ inputs.at }}/x', 'values': ['fail'] } }", Done("z", "it")),
        ["bearing"] = Ending("'on_failure': 'continue', 'critical': true"),
        ["bearing_loop"] = EndingAfter(Loop("lp", "{{ inputs.at }}/lp")),
        ["bearing_deep"] = EndingAfter("{ 'id': 's', 'plan': 'kept', 'with': { 'at': '{{ inputs.at }}/s' } }"),
        ["around_ending"] = Within("", Booked, "{ 'id': 's', 'plan': 'ending', 'on_failure': 'skip_dependents', 'with': { 'at': '{{ inputs.at }}/s' } }", Done("z", "around")),
    };

    /// <summary>Plans of which each could lose something when it is resumed.</summary>
    public static IReadOnlyList<NestedPlan> All { get; } =
    [
        new("a plan that is shorter the second time", Batch("[3, 1]", "[[1, 2, 3, 4], [1, 2]]"), End("sub.x")),
        new("a plan that is longer the second time", Batch("[1, 3]", "[[1], [1, 2, 3]]"), End("sub.x")),
        new("a loop of a plan", Loop("lp", "lp"), Done("mid", "the root"), End("lp.x")),
        new("a loop of a plan that is used up", "{ 'id': 'lp', 'plan': 'once', 'repeat_until': 'false', 'max_iterations': 2, 'on_exhausted': 'use_last', 'with': { 'at': 'lp#{{ iteration }}', 'value': '{{ iteration }}' } }", End("lp.x")),
        new("a loop of a plan that is tried again in each iteration", "{ 'id': 'lp', 'plan': 'twice', 'retries': 1, 'repeat_until': 'iteration == 2', 'max_iterations': 3, 'with': { 'at': 'lp#{{ iteration }}', 'value': '{{ iteration }}' } }", End("lp.y")),
        new("a loop of a plan in one that is tried again", Sub("looping"), End("sub.lp.x")),
        new("an element that loops over a plan in one that is tried again", Sub("element_loops"), End("sub.each[0].x")),
        new("a plan as the fallback of one", Mended("primary", "mirror"), End("s.publish")),
        new("a plan as the fallback of one that fails late", Mended("late", "mirror"), End("s.publish")),
        new("a plan as the fallback of one that is tried again", Mended("primary", "mirror", "'retries': 1,"), End("s.publish")),
        new("a plan as the fallback of one in a plan that is tried again", Sub("mending"), End("sub.s.publish")),
        new("a plan as the fallback of each element", "{ 'id': 'each', 'for_each': 'bindings.all', 'max_parallel': 1, 'plan': 'late', 'fallback': { 'plan': 'mirror', 'with': { 'at': 'each[{{ index }}]' } }, 'with': { 'at': 'each[{{ index }}]' } }", End("each[1].publish")),
        new("a plan as the fallback of a call", "{ 'id': 's', 'call': 'do', 'retries': 1, 'with': { 'at': 's', 'values': ['fail'] }, 'fallback': { 'plan': 'mirror', 'with': { 'at': 's' } } }", End("s.publish")),
        new("a plan as the fallback of a loop", "{ 'id': 's', 'call': 'turn', 'repeat_until': 'result.done', 'max_iterations': 2, 'with': { 'at': 's', 'iteration': '{{ iteration }}', 'lengths': [9] }, 'fallback': { 'plan': 'mirror', 'with': { 'at': 's' } } }", End("s.publish")),
        new("a plan as the fallback of a loop of a plan", "{ 'id': 's', 'plan': 'once', 'repeat_until': 'false', 'max_iterations': 2, 'with': { 'at': 's#{{ iteration }}', 'value': 1 }, 'fallback': { 'plan': 'mirror', 'with': { 'at': 's' } } }", End("s.publish")),
        new("a plan as the fallback of a loop of a plan that is undone", "{ 'id': 's', 'plan': 'kept', 'repeat_until': 'false', 'max_iterations': 2, 'with': { 'at': 's#{{ iteration }}' }, 'fallback': { 'plan': 'mirror', 'with': { 'at': 's' } } }", Broken("{{ s.publish }}")),
        new("a plan as the fallback of an element that loops over a plan that is undone", "{ 'id': 's', 'for_each': 'bindings.one', 'plan': 'kept', 'repeat_until': 'false', 'max_iterations': 2, 'with': { 'at': 's[{{ index }}]#{{ iteration }}' }, 'fallback': { 'plan': 'mirror', 'with': { 'at': 's[{{ index }}]' } } }", Broken("{{ s[0].publish }}")),
        new("a plan whose time is up", "{ 'id': 's', 'plan': 'slow', 'timeout_sec': 3, 'with': { 'at': 's' } }", End("s.b")),
        new("a plan whose time is up the first time", "{ 'id': 's', 'plan': 'slow', 'timeout_sec': 3, 'retries': 1, 'with': { 'at': 's' } }", Broken("{{ s.b }}")),
        new("a plan within one whose time is up the first time", "{ 'id': 's', 'plan': 'around_slow', 'timeout_sec': 3, 'retries': 1, 'with': { 'at': 's' } }", Broken("{{ s.s.b }}")),
        new("a plan whose time is up, and for which a call stands in", "{ 'id': 's', 'plan': 'slow', 'timeout_sec': 3, 'with': { 'at': 's' }, 'fallback': { 'call': 'do', 'with': { 'at': 's instead', 'values': [7] } } }", Broken("{{ s }}")),
        new("a plan whose time is up with all its attempts", "{ 'id': 's', 'plan': 'slow', 'total_timeout_sec': 3, 'retries': 1, 'with': { 'at': 's' }, 'fallback': { 'call': 'do', 'with': { 'at': 's instead', 'values': [7] } } }", End("s")),
        new("a plan as a fallback whose time is up", "{ 'id': 's', 'call': 'do', 'timeout_sec': 3, 'with': { 'at': 's', 'values': ['fail'] }, 'fallback': { 'plan': 'slow', 'with': { 'at': 's' } } }", End("s.b")),
        new("a plan as a fallback whose time is up with all attempts", "{ 'id': 's', 'call': 'do', 'total_timeout_sec': 3, 'with': { 'at': 's', 'values': ['fail'] }, 'fallback': { 'plan': 'slow', 'with': { 'at': 's' } } }", End("s.b")),
        new("a plan for an element, whose time is up the first time", "{ 'id': 'each', 'for_each': 'bindings.one', 'plan': 'slow', 'timeout_sec': 3, 'retries': 1, 'with': { 'at': 'each[{{ index }}]' } }", Broken("{{ each[0].b }}")),
        new("a loop of a plan whose time is up the first time", "{ 'id': 'lp', 'plan': 'slow', 'timeout_sec': 3, 'retries': 1, 'repeat_until': 'iteration == 2', 'max_iterations': 3, 'with': { 'at': 'lp#{{ iteration }}' } }", Broken("{{ lp.b }}")),
        new("a plan whose time is up, which is tolerated", "{ 'id': 's', 'plan': 'slow', 'timeout_sec': 3, 'on_failure': 'continue', 'with': { 'at': 's' } }", Done("mid", "the root"), End("s.book ?? 5")),
        new("a plan whose time is up with all its attempts, which is tolerated", "{ 'id': 's', 'plan': 'plain', 'total_timeout_sec': 3, 'on_failure': 'continue', 'with': { 'at': 's' } }", Done("mid", "the root"), End("s.fetch ?? 5")),
        new("a plan that has a time of its own, which is up and tolerated", "{ 'id': 's', 'plan': 'brief', 'on_failure': 'continue', 'with': { 'at': 's' } }", Done("mid", "the root"), End("s.fetch ?? 5")),
        new("a plan within one whose time is up, which is tolerated", "{ 'id': 's', 'plan': 'around_plain', 'timeout_sec': 3, 'on_failure': 'continue', 'with': { 'at': 's' } }", Done("mid", "the root"), End("s.fetch ?? 5")),
        new("a plan as a fallback whose time is up, which is tolerated", "{ 'id': 's', 'call': 'do', 'timeout_sec': 3, 'on_failure': 'continue', 'with': { 'at': 's', 'values': ['fail'] }, 'fallback': { 'plan': 'plain', 'with': { 'at': 's' } } }", Done("mid", "the root"), End("s.fetch ?? 5")),
        new("a plan for an element, whose time is up, which is tolerated", "{ 'id': 'each', 'for_each': 'bindings.one', 'plan': 'plain', 'timeout_sec': 3, 'on_failure': 'continue', 'with': { 'at': 'each[{{ index }}]' } }", Done("mid", "the root"), End("each[0].fetch ?? 5")),
        new("a loop of a plan whose time is up, which is tolerated", "{ 'id': 'lp', 'plan': 'plain', 'timeout_sec': 3, 'on_failure': 'continue', 'repeat_until': 'iteration == 2', 'max_iterations': 3, 'with': { 'at': 'lp#{{ iteration }}' } }", Done("mid", "the root"), End("lp.fetch ?? 5")),
        new("a call as the fallback of a plan", "{ 'id': 's', 'plan': 'late', 'with': { 'at': 's' }, 'fallback': { 'call': 'do', 'with': { 'at': 's instead', 'values': [7] } } }", End("s")),
        new("a call as the fallback of a loop of a plan", "{ 'id': 's', 'plan': 'once', 'repeat_until': 'false', 'max_iterations': 2, 'with': { 'at': 's#{{ iteration }}', 'value': 1 }, 'fallback': { 'call': 'do', 'with': { 'at': 's instead', 'values': [7] } } }", End("s")),
        new("a plan as a fallback that fails", Mended("late", "fragile", "'on_failure': 'continue',"), End("s.publish ?? 5")),
        new("a plan as a fallback that fails the run", Mended("primary", "fragile"), End("s.publish")),
        new("a plan that fails at its end and is undone, and is tried again for that", "{ 'id': 'sub', 'plan': 'ending', 'retries': 1, 'retry_on': ['exception'], 'with': { 'at': 'sub' } }", End("sub.x")),
        .. Races,
        .. Endings,
        .. Undone,
        new("a plan that is tried again within one that is", Sub("middle"), End("sub.inner.x")),
        new("a plan that is tried again and undone each time", Sub("booked"), Done("mid", "the root"), "{ 'id': 'end', 'call': 'do', 'with': { 'at': 'end', 'values': ['fail'] } }"),
    ];

    /// <summary>Whether several things happen in it at once, so that it is not certain which is told first.</summary>
    public bool IsConcurrent { get; init; }

    /// <summary>The plan as a file.</summary>
    public string Text => FilePlan.Quoted($"{{ 'order': 'sequential', 'limits': {{ 'max_parallel': {(IsConcurrent ? 2 : 1)} }}, 'bindings': {{ 'all': [1, 2], 'one': [1], 'turns': [1, 2, 3, 4] }}, 'steps': [ {string.Join(",\n", Steps)} ] }}");

    public override string ToString() => Name;

    private const string Booked = "{ 'id': 'book', 'call': 'do', 'with': { 'at': '{{ inputs.at }}/book', 'values': [1] }, 'compensate': { 'call': 'do', 'with': { 'at': '{{ inputs.at }}/book undone', 'values': [1] } } }";

    private static string Within(string inputs, params string[] steps) => FilePlan.Quoted(
        $"{{ 'order': 'sequential', 'limits': {{ 'max_parallel': 1 }}, 'bindings': {{ 'all': [1, 2], 'one': [1] }}, 'inputs': {{ 'at': {{ 'type': 'string' }}{(inputs.Length == 0 ? "" : ", " + inputs)} }}, 'steps': [ {string.Join(",\n", steps)} ] }}");

    private static string Done(string id, string plan) =>
        $"{{ 'id': '{id}', 'call': 'do', 'with': {{ 'at': '{(plan == "the root" ? id : $"{{{{ inputs.at }}}}/{id} of {plan}")}', 'values': ['{id} of {plan}'] }} }}";

    private static string Failing(string id) => $"{{ 'id': '{id}', 'call': 'do', 'with': {{ 'at': '{{{{ inputs.at }}}}/{id}', 'values': ['fail', 1] }} }}";

    private static string Broken(string after) => $"{{ 'id': 'end', 'call': 'do', 'with': {{ 'at': 'end', 'values': ['fail'], 'after': '{after}' }} }}";

    private static string Loop(string id, string at) =>
        $"{{ 'id': '{id}', 'plan': 'once', 'repeat_until': '(previous.x ?? 0) == 2', 'max_iterations': 5, 'with': {{ 'at': '{at}#{{{{ iteration }}}}', 'value': '{{{{ iteration }}}}' }} }}";

    private static string Sub(string plan) => $"{{ 'id': 'sub', 'plan': '{plan}', 'retries': 1, 'with': {{ 'at': 'sub' }} }}";

    private static string Batch(string lengths, string sizes) => $"{{ 'id': 'sub', 'plan': 'batch', 'retries': 1, 'with': {{ 'at': 'sub', 'lengths': {lengths}, 'sizes': {sizes} }} }}";

    private static string Mended(string plan, string fallback, string options = "") =>
        $"{{ 'id': 's', 'plan': '{plan}', {options} 'with': {{ 'at': 's' }}, 'fallback': {{ 'plan': '{fallback}', 'with': {{ 'at': 's' }} }} }}";

    private static string End(string value) => $"{{ 'id': 'end', 'call': 'do', 'with': {{ 'at': 'end', 'values': ['{{{{ {value} }}}}'] }} }}";
}
