namespace PlanDsl.Tests;

/// <summary>Groups, fan-outs and loops on real threads, cancelled at any moment.</summary>
public sealed class PartsStressTests
{
    [Fact]
    public async Task However_a_run_of_parts_is_cut_short_it_ends_and_its_events_tell_of_it()
    {
        for (var seed = 1; seed <= 150; seed++)
        {
            var random = new Random(seed);
            var recorder = new EventRecorder();
            var executing = 0;
            var bound = random.Next(1, 4);
            var (elements, atOnce, membersAtOnce) = (random.Next(12), random.Next(1, 4), random.Next(2) == 0 ? 2 : (int?)null);
            async Task YieldAsync(StepContext context, bool mayFail)
            {
                Assert.InRange(Interlocked.Increment(ref executing), 1, bound);
                try
                {
                    for (var i = Pick(seed, context); i > 0; i--)
                    {
                        await Task.Yield();
                        context.CancellationToken.ThrowIfCancellationRequested();
                    }

                    if (mayFail && Pick(seed + 1, context) == 0)
                        throw new InvalidOperationException("broken");
                }
                finally
                {
                    Interlocked.Decrement(ref executing);
                }
            }

            static async IAsyncEnumerable<int> Source(int count)
            {
                for (var i = 0; i < count; i++)
                {
                    if (i % 3 == 0)
                        await Task.Yield();
                    yield return i;
                }
            }

            var run = new TestPlan { MaxParallel = bound }
                .Governed("first", context => YieldAsync(context, mayFail: false))
                .ForEach("each", () => FanOut.Over(Source(elements)), (_, context) => YieldAsync(context, mayFail: true), after: ["first"], onFailure: (FailurePolicy)random.Next(3))
                .Policy(policy => policy with { Retries = 1, MaxParallel = atOnce })
                .ForEach("nested", () => FanOut.Over(Enumerable.Range(0, 4)), (_, context) => YieldAsync(context, mayFail: true), onFailure: FailurePolicy.Continue)
                .Until(static context => context.Iteration == 3, maxIterations: 3)
                .Governed("loop", context => YieldAsync(context, mayFail: true), onFailure: FailurePolicy.Continue).Until(static context => context.Iteration == 4, maxIterations: 4)
                .Governed("a", context => YieldAsync(context, mayFail: true)).Policy(static policy => policy with { Retries = 2 })
                .Governed("b", context => YieldAsync(context, mayFail: true))
                .ForEach("c", () => FanOut.Over(Enumerable.Range(0, 3)), (_, context) => YieldAsync(context, mayFail: true))
                .Governed("last", context => YieldAsync(context, mayFail: false), after: ["g", "each"])
                .Group("g", (ParallelStrategy)(seed % 5), ["a", "b", "c"], after: ["first"], threshold: 2, onFailure: FailurePolicy.SkipDependents)
                .Policy(policy => policy with { MaxParallel = membersAtOnce })
                .Start(new() { Observer = recorder });
            for (var i = random.Next(200); i > 0; i--)
                await Task.Yield();
            switch (seed % 4)
            {
                case 0:
                    run.Cancel();
                    break;
                case 1:
                    run.CancelStep("each");
                    run.CancelStep("c");
                    break;
            }

            var outcome = await run.Completion.Soon();
            await recorder.Ended.Soon();

            Assert.Equal(0, executing);
            recorder.AssertTellOf(outcome, $"seed {seed}");
        }
    }

    // From 0 to 4: the same for the same attempt of the same run, whatever happens when.
    private static int Pick(int seed, StepContext context) =>
        ((7 * seed) + (3 * context.StepPath.Length) + (5 * context.Attempt) + (11 * context.Iteration) + (2 * (context.ElementIndex ?? 0))) * 31 % 97 % 5;
}
