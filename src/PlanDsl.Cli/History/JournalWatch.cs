using System.Threading.Channels;

namespace PlanDsl.Cli;

/// <summary>Waits until something is written that may be of a run. Whoever looks at a journal makes files beside it and takes them away again, so what
/// counts is not that something has happened there, but that the files are others than they were.</summary>
internal sealed class JournalWatch : IDisposable
{
    // Whoever writes much is looked at now and then, and not as often as that.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly string[] _files;
    private readonly (long Length, DateTime WrittenAt)[] _marks;
    private readonly TimeProvider _time;
    private readonly Channel<bool> _bell = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly FileSystemWatcher? _watcher;

    /// <param name="place">The journal.</param>
    /// <param name="runId">The run's id.</param>
    /// <param name="time">Paces the looking.</param>
    public JournalWatch(JournalPlace place, string runId, TimeProvider time)
    {
        // A database is first written in a file beside it.
        _files = place.IsDirectory ? [new JsonLinesFiles(place.Path).Record(runId)] : [place.Path, place.Path + "-wal"];
        _marks = new (long, DateTime)[_files.Length];
        _time = time;
        _watcher = TryWatch();
    }

    /// <summary>How long something may go unnoticed where the system does not tell of files that are written.</summary>
    public static TimeSpan Interval { get; } = TimeSpan.FromSeconds(1);

    /// <summary>Notes how the files are. What is written after this is noticed.</summary>
    public void Mark()
    {
        for (var file = 0; file < _files.Length; file++)
            _marks[file] = MarkOf(_files[file]);
    }

    /// <summary>Waits until the files are others than they were at the last mark, or some time has passed.</summary>
    /// <returns>Whether they are others.</returns>
    public async Task<bool> WaitAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(Pause, _time, cancellationToken);
        using var end = new CancellationTokenSource(Interval, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(end.Token, cancellationToken);
        try
        {
            while (!HasChanged())
                await _bell.Reader.ReadAsync(either.Token);
            return true;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return HasChanged();
        }
    }

    public void Dispose() => _watcher?.Dispose();

    private static (long Length, DateTime WrittenAt) MarkOf(string path) =>
        new FileInfo(path) is { Exists: true } file ? (file.Length, file.LastWriteTimeUtc) : (-1, default);

    private bool HasChanged()
    {
        for (var file = 0; file < _files.Length; file++)
        {
            if (MarkOf(_files[file]) != _marks[file])
                return true;
        }

        return false;
    }

    private FileSystemWatcher? TryWatch()
    {
        FileSystemWatcher? watcher = null;
        try
        {
            watcher = new(Path.GetDirectoryName(_files[0])!, Path.GetFileName(_files[0]) + "*") { NotifyFilter = NotifyFilters.FileName | NotifyFilters.LastWrite | NotifyFilters.Size };
            watcher.Changed += (_, _) => _bell.Writer.TryWrite(true);
            watcher.Created += (_, _) => _bell.Writer.TryWrite(true);
            watcher.EnableRaisingEvents = true;
            return watcher;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or PlatformNotSupportedException)
        {
            watcher?.Dispose();
            return null;
        }
    }
}
