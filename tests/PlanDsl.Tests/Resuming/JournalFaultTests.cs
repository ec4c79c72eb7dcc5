namespace PlanDsl.Tests;

public sealed class JournalFaultTests
{
    private static readonly string Plan = FilePlan.Steps("{ 'id': 'a', 'call': 'echo' }", "{ 'id': 'b', 'call': 'echo', 'depends_on': ['a'], 'retries': 2 }");

    // created, started, then start and end of each step, and the end of the run
    private const int Events = 7;

    [Fact]
    public async Task Wherever_the_journal_fails_nothing_more_is_begun_and_the_outcome_says_so()
    {
        for (var room = 0; room < Events; room++)
        {
            var plans = new FilePlan();
            var outcome = await plans.Start(Plan, options: new() { Journal = new FailingJournal(room) }).Completion.Soon();

            Assert.Equal(RunStatus.Failed, outcome.Status);
            Assert.IsType<JournalException>(outcome.Error!.Exception);
            Assert.Equal(room < 3 ? 0 : room < 5 ? 1 : 2, plans.Calls.Count);
        }
    }

    [Fact]
    public async Task A_run_whose_wait_cannot_be_recorded_is_not_let_go_of_but_fails()
    {
        // There is room until the step that waits has started.
        var run = new FilePlan().Start(FilePlan.Steps("{ 'id': 'w', 'wait': { 'signal': 'go' } }"), options: new() { Journal = new FailingJournal(3) });
        await run.WhenStatus("w", StepStatus.Waiting);

        await Assert.ThrowsAsync<JournalException>(run.TryLetGoAsync);

        var outcome = await run.Completion.Soon();
        Assert.Equal(RunStatus.Failed, outcome.Status);
        Assert.IsType<JournalException>(outcome.Error!.Exception);
    }

    [Fact]
    public async Task A_run_whose_id_is_taken_calls_nothing()
    {
        var journal = new MemoryJournal();
        await new FilePlan().Start(Plan, options: new() { Journal = journal, RunId = "one" }).Completion.Soon();
        var plans = new FilePlan();
        var outcome = await plans.Start(Plan, options: new() { Journal = journal, RunId = "one" }).Completion.Soon();

        Assert.IsType<JournalException>(outcome.Error!.Exception);
        Assert.Empty(plans.Calls);
    }
}
