using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;

namespace PlanDsl;

/// <summary>Between one run and its journal: hands on what happens, says when that is safe, and brings what is asked of the run.</summary>
/// <remarks>The journal of a run is opened while the run has begun already, so that nobody who starts one waits for a disk. What
/// happens until then is kept here. <see cref="Append"/> is called under the run's lock, by one thread at a time; what it has kept is
/// handed on, and the journal made visible, under <c>_gate</c>, which it takes as long as it sees none. So nothing is handed on
/// before what came earlier, and once it has seen the journal it goes past <c>_gate</c> for good.</remarks>
/// <param name="journal">The journal in which the run is one of many.</param>
[SuppressMessage("Design", "CA1001", Justification = "A source that has neither timer nor wait handle holds nothing that is to be released.")]
internal sealed class RunRecorder(IPlanJournal journal)
{
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _end = new();
    private List<PlanEvent>? _early = [];
    private Task<IRunJournal>? _opening;
    private volatile IRunJournal? _journal;
    private volatile bool _isClosed;
    private volatile Exception? _fault;

    /// <summary>What the run had done before; <see langword="null"/> for one that begins.</summary>
    public RunRecord? Record { get; private init; }

    /// <summary>Records how a run goes on that this process has claimed, once it does: until <see cref="Begin"/> nothing is recorded.</summary>
    public static RunRecorder GoOn(IPlanJournal journal, IRunJournal claimed, RunRecord record) =>
        new(journal) { Record = record, _opening = Task.FromResult(claimed) };

    /// <summary>Opens the journal for a run that begins.</summary>
    public void Open(string runId) => _opening ??= OpenAsync(runId);

    /// <summary>Begins to record how a run goes on, now that it can.</summary>
    public void Begin() => HandOn(_opening!.Result);

    /// <summary>Has nothing more recorded, and whoever waits for that told why.</summary>
    public void Fail(Exception fault) => _fault ??= fault;

    /// <summary>Records an event. Under the run's lock.</summary>
    public void Append(PlanEvent happened)
    {
        if (_fault is not null)
            return;
        if (_journal is { } opened)
        {
            opened.Append(happened);
            return;
        }

        lock (_gate)
        {
            if (_journal is null)
                _early!.Add(happened);
            else
                _journal.Append(happened);
        }
    }

    /// <summary>Waits until an event, and all before it, is as safe as the journal promises.</summary>
    /// <exception cref="JournalException">It cannot be recorded, or the run was let go of.</exception>
    public ValueTask FlushAsync(long sequence) =>
        _fault is { } fault ? ValueTask.FromException(fault)
        : _isClosed ? throw new JournalException("The run was let go of, and nothing more is done in it here.") : FlushOpenAsync(sequence);

    /// <summary>Has the run do what is asked of it through the journal, until it ends.</summary>
    public async Task ServeAsync(Coordinator run)
    {
        try
        {
            var opened = await _opening!.ConfigureAwait(false);
            await foreach (var request in opened.RequestsAsync(_end.Token).ConfigureAwait(false))
                run.Do(request);
        }
        catch (Exception)
        {
            // Whoever waits for what is recorded is told, and the run with it.
            return;
        }
    }

    /// <summary>Lets the run go, once all that has happened is safe.</summary>
    /// <returns>Why that cannot be said; <see langword="null"/> if it can.</returns>
    public async ValueTask<Exception?> CloseAsync(long sequence)
    {
        _isClosed = true;
        try
        {
            if (_fault is { } failed)
                ExceptionDispatchInfo.Throw(failed);
            await FlushOpenAsync(sequence).ConfigureAwait(false);
            _end.Cancel();
            await _journal!.DisposeAsync().ConfigureAwait(false);

            // Only now is all of it written, or known not to be, whatever the journal promises before.
            await _journal.FlushAsync(sequence).ConfigureAwait(false);
            return null;
        }
        catch (Exception fault)
        {
            _end.Cancel();
            if (_journal is { } opened)
                await opened.DisposeAsync().ConfigureAwait(false);
            return fault;
        }
    }

    private async Task<IRunJournal> OpenAsync(string runId)
    {
        var created = await journal.CreateAsync(runId).ConfigureAwait(false);
        HandOn(created);
        return created;
    }

    private void HandOn(IRunJournal opened)
    {
        lock (_gate)
        {
            _early!.ForEach(opened.Append);
            _early = null;
            _journal = opened;
        }
    }

    private ValueTask FlushOpenAsync(long sequence) => _journal is { } opened ? opened.FlushAsync(sequence) : FlushOpenedAsync(sequence);

    private async ValueTask FlushOpenedAsync(long sequence)
    {
        var opened = await _opening!.ConfigureAwait(false);
        await opened.FlushAsync(sequence).ConfigureAwait(false);
    }
}
