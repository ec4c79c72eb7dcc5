using System.Diagnostics.CodeAnalysis;

namespace PlanDsl;

/// <summary>The runs that this process has claimed in one journal, and by what others see that it is alive. Thread-safe.</summary>
/// <param name="directory">Where claims are kept.</param>
/// <param name="time">Paces the looking for requests.</param>
/// <param name="look">Looks for what is asked of the runs that are claimed; not to throw.</param>
[SuppressMessage("Design", "CA1001", Justification = "What it holds it lets go of with the last run.")]
internal sealed class ClaimedRuns<TRun>(string directory, TimeProvider time, Action look) where TRun : WrittenRun
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, TRun?> _runs = new(StringComparer.Ordinal);
    private JournalPresence? _presence;
    private bool _hasMade;
    private RequestWatch? _watch;

    /// <summary>Names this process among those that have claimed runs, while it has.</summary>
    public string? Id
    {
        get
        {
            lock (_gate)
                return _presence?.Id;
        }
    }

    /// <summary>The runs at this moment.</summary>
    public TRun[] Runs
    {
        get
        {
            lock (_gate)
                return [.. _runs.Values.OfType<TRun>()];
        }
    }

    /// <summary>Takes a run's place, for <see cref="Add"/> or <see cref="Remove"/> to follow; the name of this process, or
    /// <see langword="null"/> if it has the run already.</summary>
    public string? TryEnter(string runId)
    {
        lock (_gate)
        {
            if (!_runs.TryAdd(runId, null))
                return null;
            try
            {
                if (_presence is not { IsThere: true })
                {
                    Leave();
                    _hasMade = !Directory.Exists(directory);
                    _presence = JournalPresence.In(directory);
                    _watch = new(directory, _presence.BellName, time, look);
                }

                return _presence.Id;
            }
            catch
            {
                _runs.Remove(runId);
                throw;
            }
        }
    }

    public void Add(TRun run)
    {
        lock (_gate)
            _runs[run.RunId] = run;
    }

    /// <summary>A run that this process has claimed; <see langword="null"/> if it has not.</summary>
    public TRun? Find(string runId)
    {
        lock (_gate)
            return _runs.GetValueOrDefault(runId);
    }

    public void Remove(string runId)
    {
        lock (_gate)
        {
            _runs.Remove(runId);
            if (_runs.Count == 0)
                Leave();
        }
    }

    /// <summary>Gives up a run that could not be claimed; where nothing was there before, and nobody else has come, nothing stays.</summary>
    public void Abandon(string runId)
    {
        lock (_gate)
        {
            Remove(runId);
            if (_runs.Count > 0 || !_hasMade)
                return;
            try
            {
                Directory.Delete(directory);
            }
            catch (Exception fault) when (FileFaults.IsOne(fault))
            {
                // Others are there by now.
            }
        }
    }

    /// <summary>Has whoever executes a run look for what is asked of it.</summary>
    /// <param name="owner">The name of the process among those that have claimed runs.</param>
    public void Tell(string owner)
    {
        if (owner == Id)
            look();
        else
            JournalPresence.Ring(directory, owner);
    }

    private void Leave()
    {
        _watch?.Dispose();
        _watch = null;
        _presence?.Dispose();
        _presence = null;
    }
}
