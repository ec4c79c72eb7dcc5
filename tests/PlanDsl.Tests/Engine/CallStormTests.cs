using Polly.Registry;
using PlanDsl.Testing.Internal;

namespace PlanDsl.Tests;

/// <summary>Pipelines that call the body at random, several times at once, on real threads, while the run is cancelled or not.</summary>
public sealed class CallStormTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Whatever_a_pipeline_calls_is_counted_ends_within_its_step_and_has_a_slot(int series)
    {
        for (var seed = series * 250; seed < (series + 1) * 250; seed++)
            await new Storm(seed).RunAsync();
    }

    private sealed class Storm(int seed)
    {
        private static readonly string[] Steps = ["a", "b", "c"];

        private readonly Random _random = new(seed);
        private readonly Lock _lock = new();
        private readonly List<Task> _calls = [];
        private readonly Dictionary<string, int> _executing = Steps.ToDictionary(static step => step, static _ => 0);
        private readonly Dictionary<string, HashSet<int>> _returned = Steps.ToDictionary(static step => step, static _ => new HashSet<int>());
        private readonly int[] _results = new int[Steps.Length];
        private readonly int _maxParallel = 1 + (seed % 2);
        private int _bodies;
        private int _most;

        public async Task RunAsync()
        {
            await using var pipelines = new ResiliencePipelineRegistry<string>();
            CallingStrategy.Register(pipelines, "storm", CallAsync);
            var recorder = new EventRecorder();
            var plan = new TestPlan();
            for (var step = 0; step < Steps.Length; step++)
            {
                var place = step;
                plan.Governed(Steps[step], context => BodyAsync(context, place), new() { Pipeline = "storm", Retries = _random.Next(3), RetryDelay = TimeSpan.Zero }, onFailure: FailurePolicy.Continue);
                if (_random.Next(2) == 0)
                    plan.Fallback(static _ => Task.CompletedTask);
            }

            var run = plan.Start(new() { Observer = recorder, Pipelines = pipelines, MaxParallel = _maxParallel });
            if (_random.Next(4) == 0)
                run.Cancel();
            else if (_random.Next(3) == 0)
                run.CancelStep("a");

            var outcome = await run.Completion.Soon();
            var bodies = Volatile.Read(ref _bodies);
            await Task.WhenAll(Calls()).Soon();
            await recorder.Ended.Soon();

            var context = $"seed {seed}";
            recorder.AssertTellOf(outcome, context, isHedged: true);
            Assert.True(bodies == _bodies, $"A body began after the run had ended; {context}.");
            Assert.True(_most <= _maxParallel, $"{_most} steps executed in {_maxParallel} slots; {context}.");
            Assert.True(outcome.Steps.Sum(static step => step.Attempts) >= bodies, $"There were more bodies than attempts; {context}.");
            for (var step = 0; step < Steps.Length; step++)
            {
                if (outcome.Steps[step] is { Status: StepStatus.Succeeded, ReplacedError: null })
                    Assert.True(_returned[Steps[step]].Contains(_results[step]), $"Attempt {_results[step]} of {Steps[step]} has its result, and has not returned; {context}.");
            }
        }

        private Task[] Calls()
        {
            lock (_lock)
                return [.. _calls];
        }

        private int Next(int bound)
        {
            lock (_lock)
                return _random.Next(bound);
        }

        private async Task<Exception?> CallAsync(Func<CancellationToken, Task<Exception?>> call, CancellationToken token)
        {
            var losing = CancellationTokenSource.CreateLinkedTokenSource(token);
            var calls = new Task<Exception?>[1 + Next(4)];
            for (var i = 0; i < calls.Length; i++)
                calls[i] = Next(3) == 0 ? call(losing.Token) : Task.Run(() => call(losing.Token), CancellationToken.None);
            lock (_lock)
                _calls.AddRange(calls);

            var how = Next(4);
            var end = how == 0 ? (await Task.WhenAll(calls).ConfigureAwait(false))[0] : await (await Task.WhenAny(calls).ConfigureAwait(false)).ConfigureAwait(false);
            if (how == 3)
                return end;
            await losing.CancelAsync().ConfigureAwait(false);
            return end is not null && how == 2 ? await call(token).ConfigureAwait(false) : end;
        }

        private async Task BodyAsync(StepContext context, int place)
        {
            Interlocked.Increment(ref _bodies);
            Count(context.StepId, 1);
            try
            {
                for (var turns = Next(5); turns > 0; turns--)
                {
                    await Task.Yield();
                    context.CancellationToken.ThrowIfCancellationRequested();
                    context.Heartbeat();
                }

                if (Next(2) == 0)
                    throw new InvalidOperationException("at random");
                lock (_lock)
                    _returned[context.StepId].Add(context.Attempt);
                context.Keep(context.Attempt, ref _results[place]);
            }
            finally
            {
                Count(context.StepId, -1);
            }
        }

        private void Count(string step, int change)
        {
            lock (_lock)
            {
                _executing[step] += change;
                _most = Math.Max(_most, _executing.Values.Count(static executing => executing > 0));
            }
        }
    }
}
