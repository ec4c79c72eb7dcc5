using PlanDsl.Testing.Internal;

namespace PlanDsl.Generators.Tests;

/// <summary>Loads plans and runs one instance of them in all the ways that there are.</summary>
public class PlanInstanceRunTests
{
    [Fact]
    public async Task Any_number_of_runs_of_one_instance_go_on_at_once() => Assert.Equal("1+1:2 2+2:4 3+3:6", await RunAsync("""
        [Plan] public partial class P(TaskCompletionSource all)
        {
            private int _arrived;
            [Step] async Task<int> Number([Input] int start, CancellationToken ct)
            {
                if (Interlocked.Increment(ref _arrived) == 3)
                    all.SetResult();
                await all.Task;
                return start;
            }
            [Step] static int Twice(int number) => 2 * number;
            [Step] static string Show(int number, int twice) => $"{number}+{twice - number}:{twice}";
        }
        public static class Test
        {
            public static async Task<string> Run()
            {
                var plan = new P(new());
                var results = await Task.WhenAll(plan.RunAsync(1), plan.Start(2).GetResultsAsync(), plan.RunAsync(3));
                return string.Join(" ", results.Select(run => run.Show));
            }
        }
        """));

    [Fact]
    public async Task A_run_that_ends_cancelled_throws_that() => Assert.Equal("True True Cancelled", await RunAsync("""
        [Plan] public partial class P(TaskCompletionSource entered)
        {
            [Step] async Task<int> A(CancellationToken ct)
            {
                entered.TrySetResult();
                var end = new TaskCompletionSource();
                using var registration = ct.Register(() => end.SetCanceled(ct));
                await end.Task;
                return 1;
            }
        }
        public static class Test
        {
            public static async Task<string> Run()
            {
                using var cancellation = new CancellationTokenSource();
                var plan = new P(new());
                var (running, started) = (plan.RunAsync(cancellation.Token), plan.Start(null, cancellation.Token));
                cancellation.Cancel();
                return $"{await IsCancelledAsync(running)} {await IsCancelledAsync(started.GetResultsAsync())} {(await started.Completion).Status}";
            }

            private static async Task<bool> IsCancelledAsync(Task run)
            {
                try
                {
                    await run;
                    return false;
                }
                catch (OperationCanceledException)
                {
                    return true;
                }
            }
        }
        """));

    [Fact]
    public async Task An_observer_is_told_from_the_first_event_on_and_who_leaves_cancels_what_it_observes() => Assert.Equal("RunCreatedEvent 1 False; cancelled", await RunAsync("""
        [Plan] public partial class P(TaskCompletionSource entered, TaskCompletionSource cancelled)
        {
            [Step] async Task A([Input] bool waits, CancellationToken ct)
            {
                using var registration = ct.Register(() => cancelled.SetResult());
                entered.TrySetResult();
                if (waits)
                    await cancelled.Task;
            }
        }
        public static class Test
        {
            public static async Task<string> Run()
            {
                var first = new First();
                await new P(new(), new()).Start(false, new PlanOptions { Observer = first }).Completion;
                var told = await first.Told.Task;

                var (entered, cancelled) = (new TaskCompletionSource(), new TaskCompletionSource());
                var subscription = new P(entered, cancelled).Observe(true).Subscribe(new First());
                await entered.Task;
                subscription.Dispose();
                await cancelled.Task;
                return $"{told.GetType().Name} {told.Sequence} {told.Replayed}; cancelled";
            }

            private sealed class First : IObserver<PlanEvent>
            {
                public TaskCompletionSource<PlanEvent> Told { get; } = new();
                public void OnCompleted() { }
                public void OnError(Exception error) => Told.TrySetException(error);
                public void OnNext(PlanEvent value) => Told.TrySetResult(value);
            }
        }
        """));

    [Fact]
    public async Task Services_come_from_a_scope_of_each_attempts_own() => Assert.Equal("1 2; 2 ended", await RunAsync("""
        using Microsoft.Extensions.DependencyInjection;
        public sealed record Ticket(int Number);
        [Plan] public partial class P(List<int> seen)
        {
            [Step(Retries = 1)] void A([FromServices] Ticket ticket, [FromServices] Ticket same, StepContext context)
            {
                if (!ReferenceEquals(ticket, same))
                    throw new InvalidOperationException("two scopes");
                seen.Add(ticket.Number);
                if (context.Attempt == 1)
                    throw new FormatException();
            }
        }
        public sealed class Services : IServiceProvider, IServiceScopeFactory
        {
            private int _opened;
            public int Ended { get; private set; }
            public object? GetService(Type type) => type == typeof(IServiceScopeFactory) ? this : null;
            public IServiceScope CreateScope() => new Scope(this, new(++_opened));

            private sealed class Scope(Services services, Ticket ticket) : IServiceScope, IServiceProvider
            {
                public IServiceProvider ServiceProvider => this;
                public object? GetService(Type type) => type == typeof(Ticket) ? ticket : null;
                public void Dispose() => services.Ended++;
            }
        }
        public static class Test
        {
            public static async Task<string> Run()
            {
                var (services, seen) = (new Services(), new List<int>());
                await new P(seen).Start(new PlanOptions { Services = services }).Completion;
                return $"{string.Join(" ", seen)}; {services.Ended} ended";
            }
        }
        """));

    private static Task<string> RunAsync(string source) => PlanSources.Generate(source).AssertCompiles().Load().RunAsync("Test", "Run");
}
