using PlanDsl.Testing.Internal;

namespace PlanDsl.Tests;

/// <summary>A run of a plan file that one process begins and another goes on with, each by a clock of its own.</summary>
internal sealed class LeftRun
{
    private const string RunId = "left";

    private readonly FilePlan _plans = new();
    private readonly string _text;
    private readonly string _fileName;
    private MemoryJournal _journal = new();

    /// <param name="text">The plan.</param>
    /// <param name="fileName">Its file, beside those of the plans that it runs.</param>
    public LeftRun(string text, string fileName = "test.plan.json")
    {
        (_text, _fileName) = (text, fileName);
        _plans.Handlers.Add("hang", static async (_, cancellationToken) =>
        {
            await new TaskCompletionSource().Task.WaitAsync(cancellationToken).ConfigureAwait(false);
            return default;
        });
        Run = _plans.Parse(text, fileName).Start(options: new() { Journal = _journal, RunId = RunId, TimeProvider = Clock });
    }

    /// <summary>The clock of the process that has the run.</summary>
    public ManualTimeProvider Clock { get; private set; } = new();

    /// <summary>The run in that process.</summary>
    public InterpretedRun Run { get; private set; }

    /// <summary>What was called, in any process.</summary>
    public List<string> Calls => _plans.Calls;

    /// <summary>Goes on with what is recorded by now, as if the process had died that has the run.</summary>
    /// <param name="passed">How far the next one's clock is ahead of where its stood.</param>
    public async Task ResumeAsync(TimeSpan passed)
    {
        var events = await EventsAsync().ConfigureAwait(false);
        _journal = new();
        var run = await _journal.CreateAsync(RunId).ConfigureAwait(false);
        foreach (var happened in events)
            run.Append(happened);
        await run.DisposeAsync().ConfigureAwait(false);
        Clock = new(Clock.GetUtcNow() + passed);
        Run = await _plans.Parse(_text, _fileName).ResumeAsync(RunId, new() { Journal = _journal, TimeProvider = Clock }).ConfigureAwait(false);
    }

    /// <summary>What is recorded by now.</summary>
    public async Task<List<PlanEvent>> EventsAsync()
    {
        var events = new List<PlanEvent>();
        await foreach (var happened in _journal.ReadAsync(RunId).ConfigureAwait(false))
            events.Add(happened);
        return events;
    }
}
