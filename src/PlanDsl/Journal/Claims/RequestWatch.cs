namespace PlanDsl;

/// <summary>Hears of requests that other processes make: at once by a bell, and by looking now and then where the system does not tell.</summary>
internal sealed class RequestWatch : IDisposable
{
    /// <summary>How long a request may go unnoticed where the system does not tell of files that are written.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private readonly FileSystemWatcher? _watcher;
    private readonly ITimer _timer;

    /// <param name="directory">Where the bell is.</param>
    /// <param name="bell">Its name.</param>
    /// <param name="time">Paces the looking.</param>
    /// <param name="look">Looks for requests; called by several threads at a time, and not to throw.</param>
    public RequestWatch(string directory, string bell, TimeProvider time, Action look)
    {
        _watcher = TryWatch(directory, bell, look);
        _timer = time.CreateTimer(static look => ((Action)look!)(), look, Interval, Interval);
    }

    public void Dispose()
    {
        _watcher?.Dispose();
        _timer.Dispose();
    }

    // The number of directories that may be watched is bounded in many a system.
    private static FileSystemWatcher? TryWatch(string directory, string bell, Action look)
    {
        FileSystemWatcher? watcher = null;
        try
        {
            watcher = new(directory, bell) { NotifyFilter = NotifyFilters.FileName | NotifyFilters.LastWrite };
            watcher.Created += (_, _) => look();
            watcher.Changed += (_, _) => look();
            watcher.Error += (_, _) => look();
            watcher.EnableRaisingEvents = true;
            return watcher;
        }
        catch (Exception fault) when (FileFaults.IsOne(fault))
        {
            watcher?.Dispose();
            return null;
        }
    }
}
