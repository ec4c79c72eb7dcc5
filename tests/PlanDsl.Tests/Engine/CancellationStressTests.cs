namespace PlanDsl.Tests;

/// <summary>Cancellation at random moments, on as many threads as there are. What nobody observed is told of the whole
/// process, so nothing else may run meanwhile.</summary>
[Collection(nameof(AllocationTests))]
public sealed class CancellationStressTests
{
    private const int Runs = 1_000;
    private const int Steps = 10_000;

    [Fact]
    public async Task A_large_run_that_is_cancelled_ends_and_leaves_nothing_behind()
    {
        var unobserved = new List<Exception>();
        void Note(object? sender, UnobservedTaskExceptionEventArgs happened)
        {
            lock (unobserved)
                unobserved.Add(happened.Exception);
        }

        TaskScheduler.UnobservedTaskException += Note;
        try
        {
            var stress = new CancellationStress(CancellationStress.PlanOf(Steps, width: 25));
            var random = new Random(1);
            for (var run = 0; run < Runs; run++)
                await stress.ExecuteAsync(random.Next(1, Steps));

            // Twice: what is unobserved is told by finalizers.
            for (var i = 0; i < 2; i++)
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
            }

            Assert.Empty(unobserved);
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= Note;
        }
    }
}
