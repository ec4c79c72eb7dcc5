namespace PlanDsl.Tests;

/// <content>Plans that come to their end though a step has failed, and have failed by that: what they had done is undone, and what runs them is tried again for that.</content>
internal sealed partial record NestedPlan
{
    private const string Again = "'retries': 1, 'retry_on': ['exception'],";

    private static NestedPlan[] Endings =>
    [
        new("a plan that bears a failure that counts, and is tried again for that", $"{{ 'id': 'sub', 'plan': 'bearing', {Again} 'with': {{ 'at': 'sub' }} }}", End("sub.x")),
        new("a plan that fails at its end, after a loop of a plan", $"{{ 'id': 'sub', 'plan': 'bearing_loop', {Again} 'with': {{ 'at': 'sub' }} }}", End("sub.x")),
        new("a plan that fails at its end, after another plan", $"{{ 'id': 'sub', 'plan': 'bearing_deep', {Again} 'with': {{ 'at': 'sub' }} }}", End("sub.x")),
        new("a plan that fails at its end for each element", $"{{ 'id': 'each', 'for_each': 'bindings.one', 'plan': 'ending', {Again} 'with': {{ 'at': 'each[{{{{ index }}}}]' }} }}", End("each[0].x")),
        new("a plan that fails at its end in each iteration", $"{{ 'id': 'lp', 'plan': 'bearing', {Again} 'repeat_until': 'iteration == 2', 'max_iterations': 3, 'with': {{ 'at': 'lp#{{{{ iteration }}}}' }} }}", End("lp.x")),
        new("a plan that fails at its end and has a fallback", "{ 'id': 's', 'plan': 'bearing_deep', 'with': { 'at': 's' }, 'fallback': { 'plan': 'mirror', 'with': { 'at': 's' } } }", End("s.publish")),
        new("a plan as a fallback that fails at its end", "{ 'id': 's', 'call': 'do', 'on_failure': 'continue', 'with': { 'at': 's', 'values': ['fail'] }, 'fallback': { 'plan': 'bearing', 'with': { 'at': 's' } } }", End("s.x ?? 5")),
        new("a plan that fails at its end, which is borne", "{ 'id': 's', 'plan': 'ending', 'on_failure': 'continue', 'with': { 'at': 's' } }", Done("mid", "the root"), End("s.x ?? 5")),
        new("a plan that fails at its end in a plan that does", $"{{ 'id': 'sub', 'plan': 'around_ending', {Again} 'with': {{ 'at': 'sub' }} }}", End("sub.s.x")),
        new("a plan that fails at its end, what depends on it is skipped", "{ 'id': 's', 'plan': 'ending', 'on_failure': 'skip_dependents', 'with': { 'at': 's' } }", Done("mid", "the root")),
        new("a plan that fails at its end, with what runs then", "{ 'id': 's', 'plan': 'bearing', 'with': { 'at': 's' } }", "{ 'id': 'f', 'call': 'do', 'run_when': 'failure', 'with': { 'at': 'f', 'values': [1] } }", "{ 'id': 'a', 'call': 'do', 'run_when': 'always', 'with': { 'at': 'a', 'values': [1] } }"),
    ];

    private static string Ending(string policy) => EndingAfter("{ 'id': 'd', 'call': 'do', 'with': { 'at': '{{ inputs.at }}/d', 'values': [1] } }", policy);

    private static string EndingAfter(string step, string policy = "'on_failure': 'skip_dependents'") => Within(
        "", Booked, step, $"{{ 'id': 'x', 'call': 'do', {policy}, 'with': {{ 'at': '{{{{ inputs.at }}}}/x', 'values': ['fail', 1] }} }}", Done("z", "an end"));
}
