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
            Assert.Equal(outcome.Error, outcome.JournalError);
            Assert.Equal(room < 3 ? 0 : room < 5 ? 1 : 2, plans.Calls.Count);
        }
    }

    // What has failed is done again when the run is resumed: nobody else knows that it has.
    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public async Task A_run_that_has_failed_by_itself_says_that_its_journal_has_failed_too(long room)
    {
        var plans = new FilePlan();
        var run = plans.Start(FilePlan.Steps("{ 'id': 'a', 'call': 'fail' }"), options: new() { Journal = new FailingJournal(room) });
        var outcome = await run.Completion.Soon();

        Assert.Equal((RunStatus.Failed, "a", "broken"), (outcome.Status, outcome.Error!.StepId, outcome.Error.Message));
        Assert.IsType<JournalException>(outcome.JournalError!.Exception);
        Assert.EndsWith("not all of it is recorded: The disk is full. Make room, and resume the run.", outcome.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("not all of it is recorded: The disk is full. Make room, and resume the run.", (await Assert.ThrowsAsync<PlanFailedException>(run.GetResultsAsync)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_was_cancelled_says_that_its_journal_has_failed()
    {
        var run = new FilePlan().Start(FilePlan.Steps("{ 'id': 'w', 'wait': { 'signal': 'go' } }"), options: new() { Journal = new FailingJournal(3) });
        await run.WhenStatus("w", StepStatus.Waiting);
        run.Cancel();
        var outcome = await run.Completion.Soon();

        Assert.Equal(RunStatus.Failed, outcome.Status);
        Assert.IsType<JournalException>(outcome.Error!.Exception);
        Assert.Same(outcome.Error, outcome.JournalError);
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
