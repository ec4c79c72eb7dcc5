namespace PlanDsl.Tests;

/// <content>Plans that have ended, or ended badly, and are undone when the run fails later.</content>
internal sealed partial record NestedPlan
{
    private const string Kept = "'plan': 'kept', 'with': { 'at': 's' }";

    private static NestedPlan[] Undone =>
    [
        new("a plan that cannot be undone as a whole", "{ 'id': 's', 'plan': 'kept_badly', 'with': { 'at': 's' } }", Done("mid", "the root"), Broken("{{ s.z }}")),
        new("plans within one that has ended", "{ 'id': 's', 'plan': 'kept_deep', 'with': { 'at': 's' } }", Done("mid", "the root"), Broken("{{ s.book }}")),
        new("plans within each that has ended", "{ 'id': 's', 'for_each': 'bindings.all', 'max_parallel': 1, 'plan': 'kept_deep', 'with': { 'at': 's[{{ index }}]' } }", Broken("{{ s[0].book }}")),
        new("elements of which one fails", Each(""), Done("mid", "the root")),
        new("elements of which one fails, which is borne", Each("'on_failure': 'continue',"), Broken("mid")),
        new("elements of which one fails at the end", Each("'on_failure': 'skip_dependents',"), Done("mid", "the root")),
        new("elements of which one fails and another stands in", Each("'fallback': { 'plan': 'kept', 'with': { 'at': 's[{{ index }}] instead' } },"), Broken("mid")),
        new("a plan that is undone by its step", $"{{ 'id': 's', {Kept}, 'compensate': {{ 'call': 'do', 'with': {{ 'at': 's undone', 'values': [1] }} }} }}", Broken("{{ s.book }}")),
        new("a loop of a plan that is undone by its step", "{ 'id': 's', 'plan': 'kept', 'repeat_until': 'iteration == 2', 'max_iterations': 2, 'with': { 'at': 's#{{ iteration }}' }, 'compensate': { 'call': 'do', 'with': { 'at': 's undone', 'values': [1] } } }", Broken("{{ s.book }}")),
        new("members of which one fails", $"{{ 'id': 'g', 'on_failure': 'continue', 'parallel': {{ 'max_concurrency': 1, 'steps': [ {{ 'id': 's', {Kept} }}, {{ 'id': 't', 'plan': 'late', 'with': {{ 'at': 't' }} }} ] }} }}", Broken("mid")),
        new("members of which one fails, which is enough", $"{{ 'id': 'g', 'parallel': {{ 'strategy': 'best_effort', 'max_concurrency': 1, 'steps': [ {{ 'id': 's', {Kept} }}, {{ 'id': 't', 'plan': 'booked', 'with': {{ 'at': 't' }} }} ] }} }}", Broken("mid")),
        new("a plan that runs when another has failed", "{ 'id': 's', 'plan': 'booked', 'with': { 'at': 's' } }", "{ 'id': 'f', 'plan': 'kept', 'run_when': 'failure', 'with': { 'at': 'f' } }", "{ 'id': 'a', 'plan': 'kept_deep', 'run_when': 'always', 'with': { 'at': 'a' } }"),
        new("a plan that has no time left and runs when another has failed", "{ 'id': 's', 'plan': 'slow', 'timeout_sec': 3, 'with': { 'at': 's' } }", "{ 'id': 'f', 'plan': 'plain', 'run_when': 'failure', 'timeout_sec': 3, 'with': { 'at': 'f' } }"),
    ];

    private static string Each(string policy) => $"{{ 'id': 's', 'for_each': 'bindings.all', 'max_parallel': 1, {policy} 'plan': 'kept_until', 'with': {{ 'at': 's[{{{{ index }}}}]', 'item': '{{{{ item }}}}' }} }}";
}
