using System.Reactive.Disposables;
using System.Runtime.CompilerServices;
using PlanDsl.Testing.Internal;

namespace PlanDsl.Tests;

/// <summary>What a fan-out does with its source, and what bounds how much it takes out of it.</summary>
public sealed class FanOutSourceTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_source_is_closed_whether_or_not_all_of_it_was_taken(bool fails)
    {
        var isClosed = (Sync: false, Async: false);
        IEnumerable<int> Source()
        {
            try
            {
                yield return 0;
                yield return 1;
            }
            finally
            {
                isClosed.Sync = true;
            }
        }

        async IAsyncEnumerable<int> SourceAsync()
        {
            try
            {
                yield return 0;
                await Task.Yield();
                yield return 1;
            }
            finally
            {
                isClosed.Async = true;
            }
        }

        Task BodyAsync(FanOut<int> fanOut, StepContext context) => fails ? throw new InvalidOperationException("broken") : Task.CompletedTask;
        await new TestPlan()
            .ForEach("a", () => FanOut.Over(Source()), BodyAsync).AtOnce(1)
            .ForEach("b", () => FanOut.Over(SourceAsync()), BodyAsync, after: ["a"]).AtOnce(1).RunWhen(RunWhen.Always)
            .Start().Completion.Soon();

        Assert.Equal((true, true), isClosed);
    }

    [Fact]
    public async Task A_source_that_cannot_be_opened_or_closed_fails_the_step()
    {
        static IEnumerable<int> Source()
        {
            using var closing = Disposable.Create(static () => throw new InvalidOperationException("cannot close"));
            yield return 0;
        }

        var outcome = await new TestPlan()
            .ForEach<FanOut<int>>("a", static () => throw new InvalidOperationException("cannot open"), static (_, _) => Task.CompletedTask, onFailure: FailurePolicy.Continue)
            .ForEach("b", static () => FanOut.Over(Source()), static (_, _) => Task.CompletedTask, onFailure: FailurePolicy.Continue)
            .Start().Completion.Soon();

        Assert.Equal("a=Failed b=Failed(b[0]=Succeeded)", outcome.Steps.Tree());
        Assert.Equal(["cannot open", "cannot close"], outcome.Steps.Select(static step => step.Error!.Message));
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task Its_condition_is_asked_once_and_before_anything_is_taken(bool holds, int opened)
    {
        var (asked, opens) = (0, 0);
        var outcome = await new TestPlan().ForEach("a", () =>
        {
            opens++;
            return FanOut.Over([0, 1, 2]);
        }, static (_, _) => Task.CompletedTask).When(() => opens == 0 && ++asked == 1 && holds).Start().Completion.Soon();

        Assert.Equal((1, opened), (asked, opens));
        Assert.Equal(holds ? "a=Succeeded(a[0]=Succeeded a[1]=Succeeded a[2]=Succeeded)" : "a=Skipped", outcome.Steps.Tree());
    }

    [Fact]
    public async Task Nothing_begins_any_more_once_the_step_is_cancelled_by_name()
    {
        var gates = Enumerable.Range(0, 3).Select(static _ => new Gate { HeedsCancellation = true }).ToArray();
        var run = new TestPlan().ForEach("a", static () => FanOut.Over([0, 1, 2]), (fanOut, context) => gates[fanOut.ElementOf(context)].EnterAsync(context.CancellationToken))
            .AtOnce(2).Start();
        await gates[1].Entered.Soon();

        // From a thread of the pool, on which what the cancellation ends goes on at once.
        await Task.Run(() => run.CancelStep("a")).Soon();

        Assert.Equal("a=Cancelled(a[0]=Cancelled a[1]=Cancelled)", (await run.Completion.Soon()).Steps.Tree());
    }

    [Theory]
    [InlineData(FailurePolicy.Abort, "a=Failed(a[0]=Failed) b=Cancelled")]
    [InlineData(FailurePolicy.SkipDependents, "a=Failed(a[0]=Failed) b=Skipped")]
    public async Task An_element_that_fails_while_the_source_is_asked_for_the_next_fails_the_step(FailurePolicy onFailure, string expected)
    {
        var isAsked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        async IAsyncEnumerable<int> Source([EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            yield return 0;
            isAsked.SetResult();
            await (onFailure is FailurePolicy.Abort ? new TaskCompletionSource().Task.WaitAsync(cancellationToken) : Task.CompletedTask).ConfigureAwait(false);
        }

        var outcome = await new TestPlan()
            .ForEach("a", () => FanOut.Over(Source()), async (_, _) =>
            {
                await isAsked.Task.ConfigureAwait(false);
                throw new InvalidOperationException("broken");
            }, onFailure: onFailure)
            .Sync("b", static () => { }, after: ["a"])
            .Start().Completion.Soon();

        Assert.Equal((expected, RunStatus.Failed, "broken"), (outcome.Steps.Tree(), outcome.Status, outcome.Error?.Message));
    }

    [Fact]
    public async Task A_foreign_OperationCanceledException_of_a_source_is_a_failure()
    {
        static async IAsyncEnumerable<int> Source()
        {
            await Task.Yield();
            yield return await Task.FromException<int>(new TaskCanceledException("of HttpClient")).ConfigureAwait(false);
        }

        var outcome = await new TestPlan().ForEach("a", static () => FanOut.Over(Source()), static (_, _) => Task.CompletedTask)
            .Sync("b", static () => { }, after: ["a"])
            .Start().Completion.Soon();

        Assert.Equal(("a=Failed b=Cancelled", "of HttpClient"), (outcome.Steps.Tree(), outcome.Error?.Message));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_source_that_ignores_its_token_is_abandoned(bool hangsWhenClosed)
    {
        var (clock, deaf) = (new ManualTimeProvider(), new Gate());
        async IAsyncEnumerable<int> Source()
        {
            try
            {
                await (hangsWhenClosed ? Task.CompletedTask : deaf.EnterAsync(default)).ConfigureAwait(false);
                yield return 0;
                throw new InvalidOperationException("broken");
            }
            finally
            {
                await (hangsWhenClosed ? deaf.EnterAsync(default) : Task.CompletedTask).ConfigureAwait(false);
            }
        }

        var run = new TestPlan().ForEach("a", () => FanOut.Over(Source()), static (_, _) => Task.CompletedTask).Start(new() { TimeProvider = clock });
        await deaf.Entered.Soon();

        run.Cancel();
        await clock.WhenTimerIsDueIn(PlanOptions.DefaultPatience).Soon();
        clock.Advance(PlanOptions.DefaultPatience);
        var outcome = await run.Completion.Soon();
        deaf.Fail(new InvalidOperationException("nobody looks at this"));

        Assert.Equal((RunStatus.Cancelled, StepStatus.Cancelled, true), (outcome.Status, outcome.Steps[0].Status, outcome.Steps[0].IsAbandoned));
        Assert.False(clock.AdvanceToNextTimer());
    }
}
