using PlanDsl.Model;

namespace PlanDsl.Tests;

/// <summary>What of a plan makes it another to a run that is resumed.</summary>
public class PlanHashTests
{
    [Fact]
    public async Task The_types_of_exception_that_are_retried_do_by_their_names()
    {
        string[] hashes =
        [
            await HashAsync(new() { Retries = 1 }),
            await HashAsync(new() { Retries = 1, RetryOn = [new("global::System.TimeoutException", "TimeoutException")] }),
            await HashAsync(new() { Retries = 1, RetryOn = [new("global::System.FormatException", "FormatException")] }),
            await HashAsync(new() { Retries = 1, NoRetryOn = [new("global::System.FormatException", "FormatException")] }),
        ];

        Assert.Distinct(hashes);
        Assert.Equal(
            await HashAsync(new() { Retries = 1, RetryOn = [new("global::System.FormatException", "FormatException"), new("global::System.TimeoutException", "TimeoutException")] }),
            await HashAsync(new() { Retries = 1, RetryOn = [new("global::System.TimeoutException", "TimeoutException"), new("global::System.FormatException", "FormatException")] }));
    }

    private static async Task<string> HashAsync(RetryModel retry)
    {
        var journal = new MemoryJournal();
        var table = PlanTable.From(new PlanModel { Id = "p", Steps = [new StepModel { Id = "a", Retry = retry }] });
        await PlanEngine.Start(new DelegateProgram(table, static (_, _) => default), new() { Journal = journal, RunId = "r" }).Completion.Soon().ConfigureAwait(false);
        await foreach (var happened in journal.ReadAsync("r").ConfigureAwait(false))
            return ((RunCreatedEvent)happened).PlanHash!;
        return "";
    }
}
