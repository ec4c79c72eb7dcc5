using FsCheck;
using FsCheck.Fluent;

namespace PlanDsl.Model.Tests;

public class OptionalResultsTests
{
    [Fact]
    public void A_tolerated_step_is_optional_and_its_dependents_are_not() =>
        Assert.Equal([0, 1], Of(
            A.Step("a") with { OnFailure = FailurePolicy.Continue },
            A.Step("b") with { Critical = false },
            A.Step("c", A.Result("a"), A.Result("b"))));

    [Fact]
    public void Behind_a_tolerated_step_that_skips_its_dependents_everything_is_optional() =>
        Assert.Equal([0, 1, 2], Of(
            A.Step("a") with { OnFailure = FailurePolicy.SkipDependents, Critical = false },
            A.Step("b", A.Result("a")),
            A.Step("c").After("b"),
            A.Step("d")));

    [Fact]
    public void A_critical_step_fails_the_run_so_nothing_is_absent_in_one_that_succeeds() =>
        Assert.Empty(Of(
            A.Step("a") with { OnFailure = FailurePolicy.SkipDependents },
            A.Step("b", A.Result("a")) with { OnFailure = FailurePolicy.Continue, Critical = true },
            A.Step("c", A.Result("b"))));

    [Fact]
    public void A_result_may_be_absent_exactly_if_some_run_that_succeeds_lacks_it() =>
        Prop.ForAll<int>(seed =>
        {
            var random = new Random(seed);
            var (count, edges) = RandomGraph.Acyclic(seed, 7, 2);
            var plan = A.Plan([.. Enumerable.Range(0, count).Select(step => A.Step($"s{step}") with
            {
                OnFailure = random.GetItems<FailurePolicy?>([null, FailurePolicy.SkipDependents, FailurePolicy.Continue], 1)[0],
                Critical = random.GetItems<bool?>([null, false, true], 1)[0],
                DependsOn = edges.Where(edge => edge.To == step).Select(edge => $"s{edge.From}").ToEquatableArray(),
            })]);
            var graph = PlanGraph.From(plan);
            var absent = Enumerable.Range(0, 1 << count).SelectMany(failing => AbsentIn(plan, graph, failing)).Distinct();

            Assert.Equal(absent.Order(), OptionalResults.Of(plan, graph, new PlanBindings(plan)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_chain_of_100_000_steps_is_skipped_to_its_end() =>
        Assert.Equal(100_000, Of([.. Enumerable.Range(0, 100_000).Select(step => A.Step($"s{step}") with
        {
            OnFailure = step == 0 ? FailurePolicy.SkipDependents : null,
            Critical = step == 0 ? false : null,
            DependsOn = step == 0 ? [] : [$"s{step - 1}"],
        })]).Count);

    private static StepSet Of(params StepModel[] steps) => OptionalResults.Of(A.Plan(steps), PlanGraph.From(A.Plan(steps)), new PlanBindings(A.Plan(steps)));

    // Plays one run: these steps fail if they come to run. What a run that fails lacks does not count.
    private static List<int> AbsentIn(PlanModel plan, PlanGraph graph, int failing)
    {
        var absent = new List<int>();
        var skips = new HashSet<int>();
        foreach (var step in TopologicalLevels.Of(graph).Order)
        {
            var skipped = graph.PredecessorsOf(step).ToArray().Any(skips.Contains);
            if (!skipped && (failing & (1 << step)) == 0)
                continue;
            if (!skipped && plan.Steps[step].IsCritical)
                return [];
            if (skipped || plan.Steps[step].EffectiveOnFailure is FailurePolicy.SkipDependents)
                skips.Add(step);
            absent.Add(step);
        }

        return absent;
    }
}
