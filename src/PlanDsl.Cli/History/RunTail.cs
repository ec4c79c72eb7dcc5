using System.Runtime.CompilerServices;

namespace PlanDsl.Cli;

/// <summary>The events of a run, those that are recorded and those that come, until the run has ended.</summary>
/// <param name="journal">Where they are recorded.</param>
/// <param name="place">Where that is.</param>
/// <param name="run">The run.</param>
/// <param name="time">Paces the looking.</param>
internal sealed class RunTail(IPlanJournal journal, JournalPlace place, RunSummary run, TimeProvider time)
{
    // After so many times in which nothing was written, it is seen who executes the run, and the journal is read all the same.
    private const int MostIdle = 5;

    private RunOwner? _owner = run.Owner;

    /// <summary>Hears when nobody executes the run any more, and who did.</summary>
    public Action<RunOwner>? OnLeft { get; init; }

    public async IAsyncEnumerable<PlanEvent> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var watch = new JournalWatch(place, run.RunId, time);
        var last = 0L;
        while (true)
        {
            watch.Mark();
            await foreach (var happened in journal.ReadAsync(run.RunId, last, cancellationToken))
            {
                last = happened.Sequence;
                yield return happened;
                if (happened is RunCompletedEvent)
                    yield break;
            }

            var idle = 0;
            while (idle < MostIdle && !await watch.WaitAsync(cancellationToken))
                idle++;
            if (idle == MostIdle)
                await SeeToOwnerAsync(cancellationToken);
        }
    }

    private async Task SeeToOwnerAsync(CancellationToken cancellationToken)
    {
        await foreach (var now in journal.RunsAsync(cancellationToken))
        {
            if (now.RunId != run.RunId)
                continue;
            if (_owner is { } left && now is { Status: RunStatus.Running, Owner: null })
                OnLeft?.Invoke(left);
            _owner = now.Owner;
            return;
        }
    }
}
