using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace PlanDsl.Cli;

/// <summary>The events of a run, those that are recorded and those that come, until the run has ended.</summary>
/// <param name="journal">Where they are recorded.</param>
/// <param name="runId">The run's id.</param>
/// <param name="time">Paces the looking where the system does not tell of files that are written.</param>
internal sealed class RunTail(EarlyJournal journal, string runId, TimeProvider time)
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    public async IAsyncEnumerable<PlanEvent> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // What is written after a look has rung the bell, and so leads to another.
        var bell = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        using var watcher = Watch(bell.Writer);
        var last = 0L;
        while (true)
        {
            await foreach (var happened in journal.ReadAsync(runId, last, cancellationToken))
            {
                last = happened.Sequence;
                yield return happened;
                if (happened is RunCompletedEvent)
                    yield break;
            }

            using var look = new CancellationTokenSource(Look, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(look.Token, cancellationToken);
            try
            {
                await bell.Reader.ReadAsync(either.Token);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
            }
        }
    }

    // Beside a database lie files in which it writes first; a directory has one of its own for the run.
    private FileSystemWatcher? Watch(ChannelWriter<bool> bell)
    {
        try
        {
            var place = journal.Place;
            var watcher = place.IsDirectory
                ? new FileSystemWatcher(place.Path)
                : new FileSystemWatcher(Path.GetDirectoryName(place.Path)!, Path.GetFileName(place.Path) + "*");
            watcher.NotifyFilter = NotifyFilters.FileName | NotifyFilters.LastWrite | NotifyFilters.Size;
            watcher.Changed += (_, _) => bell.TryWrite(true);
            watcher.Created += (_, _) => bell.TryWrite(true);
            watcher.EnableRaisingEvents = true;
            return watcher;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or PlatformNotSupportedException)
        {
            return null;
        }
    }
}
