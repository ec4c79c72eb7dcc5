namespace PlanDsl.Tests;

public sealed class BranchTests
{
    private readonly EventRecorder _recorder = new();

    private PlanOptions Options => new() { Observer = _recorder };

    [Fact]
    public async Task A_step_that_the_way_does_not_lead_to_is_skipped_and_its_dependents_run()
    {
        var run = new TestPlan()
            .Sync("a", static () => Assert.Fail("It runs.")).Branch(static () => false)
            .Sync("after", static () => { }, after: ["a"]).Branch(static () => true)
            .Start(Options);
        var outcome = await run.Completion.Soon();
        await _recorder.Ended.Soon();

        Assert.Equal("a=Skipped after=Succeeded", outcome.Statuses());
        Assert.Equal((RunStatus.Succeeded, SkipCause.Branch), (outcome.Status, outcome.Steps[0].SkipCause));
        Assert.Equal(SkipCause.Branch, _recorder.Single<StepSkippedEvent>().Cause);
        _recorder.AssertTellOf(outcome, "branch");
    }

    [Fact]
    public async Task The_condition_of_a_step_is_asked_only_if_the_way_leads_to_it()
    {
        var asked = new List<string>();
        var outcome = await new TestPlan()
            .Sync("off", static () => { }).Branch(static () => false).When(() => Ask("off", answer: true))
            .Sync("on", static () => { }).Branch(static () => true).When(() => Ask("on", answer: false))
            .Start(Options).Completion.Soon();

        Assert.Equal(["on"], asked);
        Assert.Equal([SkipCause.Branch, SkipCause.Condition], outcome.Steps.Select(static step => step.SkipCause!.Value));

        bool Ask(string step, bool answer)
        {
            asked.Add(step);
            return answer;
        }
    }

    [Fact]
    public async Task Skipping_because_of_a_failure_goes_before_the_way()
    {
        var outcome = await new TestPlan()
            .Sync("fails", static () => throw new InvalidOperationException("broken"), onFailure: FailurePolicy.SkipDependents)
            .Sync("a", static () => { }, after: ["fails"]).Branch(static () => throw new InvalidOperationException("It is asked."))
            .Start(Options).Completion.Soon();

        Assert.Equal(SkipCause.Dependency, outcome.Steps[1].SkipCause);
    }

    [Fact]
    public async Task A_way_that_cannot_be_told_is_a_failure_of_kind_condition()
    {
        var outcome = await new TestPlan()
            .Sync("a", static () => { }).Branch(static () => throw new InvalidOperationException("lost"))
            .Start(Options).Completion.Soon();

        Assert.Equal(FailureKind.Condition, outcome.Error!.Kind);
    }
}
