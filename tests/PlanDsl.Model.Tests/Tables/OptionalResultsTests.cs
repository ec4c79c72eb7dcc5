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
    public void A_condition_makes_its_step_optional_and_nothing_after_it() =>
        Assert.Equal([0, 2], Of(
            A.Step("a") with { When = A.Method("is_due") },
            A.Step("b", A.Result("a")),
            A.Step("c", A.Result("b")) with { RunWhen = RunWhen.Failure },
            A.Step("d", A.Result("c")),
            A.Step("e", A.Result("c")) with { RunWhen = RunWhen.Always }));

    [Fact]
    public void What_runs_after_failures_is_not_skipped_and_nor_is_what_comes_after_it() =>
        Assert.Equal([0, 1], Of(
            A.Step("a") with { OnFailure = FailurePolicy.SkipDependents, Critical = false },
            A.Step("b", A.Result("a")),
            A.Step("c", A.Result("b")) with { RunWhen = RunWhen.Always },
            A.Step("d", A.Result("c"))));

    [Fact]
    public void A_result_may_be_absent_exactly_if_some_run_that_succeeds_lacks_it() =>
        Prop.ForAll<int>(seed =>
        {
            var random = new Random(seed);
            var (count, edges) = RandomGraph.Acyclic(seed, 6, 2);
            var plan = A.Plan([.. Enumerable.Range(0, count).Select(step => A.Step($"s{step}") with
            {
                OnFailure = random.GetItems<FailurePolicy?>([null, FailurePolicy.SkipDependents, FailurePolicy.Continue], 1)[0],
                Critical = random.GetItems<bool?>([null, false, true], 1)[0],
                When = random.Next(5) == 0 ? A.Method("is_due") : null,
                RunWhen = random.GetItems<RunWhen?>([null, null, null, RunWhen.Success, RunWhen.Always, RunWhen.Failure], 1)[0],
                DependsOn = edges.Where(edge => edge.To == step).Select(edge => $"s{edge.From}").ToEquatableArray(),
            })]);
            var graph = PlanGraph.From(plan);
            var absent = Enumerable.Range(0, (int)Math.Pow(3, count)).SelectMany(fates => AbsentIn(plan, graph, fates)).ToHashSet();

            // Whether a step can fail at all is nobody's to know, so that one which follows failures may always find none.
            for (var step = 0; step < count; step++)
            {
                if (plan.Steps[step].RunWhen is RunWhen.Failure)
                    absent.Add(step);
            }

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

    private enum Fate
    {
        Succeeds,
        Fails,
        IsNotDue,
    }

    // Plays one run in which each step has its fate if it comes to run. What a run that fails lacks does not count.
    private static List<int> AbsentIn(PlanModel plan, PlanGraph graph, int fates)
    {
        var absent = new List<int>();
        var (skips, failed) = (new HashSet<int>(), new HashSet<int>());
        foreach (var step in TopologicalLevels.Of(graph).Order)
        {
            var declared = plan.Steps[step];
            var predecessors = graph.PredecessorsOf(step).ToArray();
            var fate = (Fate)(fates / (int)Math.Pow(3, step) % 3);
            var isSkipped = !declared.RunsAfterFailures && predecessors.Any(skips.Contains);
            var isDue = (declared.When is null || fate is not Fate.IsNotDue) && (declared.RunWhen is not RunWhen.Failure || predecessors.Any(failed.Contains));
            if (!isSkipped && isDue && fate is not Fate.Fails)
                continue;

            absent.Add(step);
            var fails = !isSkipped && isDue;
            if (fails && declared.IsCritical)
                return [];
            if (fails)
                failed.Add(step);
            if (isSkipped || (fails && declared.EffectiveOnFailure is FailurePolicy.SkipDependents))
                skips.Add(step);
        }

        return absent;
    }
}
