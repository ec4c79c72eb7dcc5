using System.Runtime.CompilerServices;
using Microsoft.Win32.SafeHandles;

namespace PlanDsl;

/// <summary>A journal in a directory: one file a run, one line an event, each a JSON object whose last member is its checksum. Made for
/// reading with a pager and <c>jq</c>, and for copying run by run. Needs no disposal.</summary>
/// <remarks>
/// <para>Thread-safe; any number of processes of one machine may use the directory at once. On file systems without locks, as some that
/// come over a network, nothing keeps two processes from executing one run.</para>
/// <para>A last line without an end is what a process was writing when it died: it is not read, and taken away when the run is resumed. Any
/// other line that is not what was written is a <see cref="JournalCorruptException"/>.</para>
/// </remarks>
public sealed partial class JsonLinesJournal : IPlanJournal
{
    private readonly JsonLinesFiles _files;
    private readonly JournalDurability _durability;
    private readonly TimeProvider _time;
    private readonly BatchWriter<JournalEntry> _writer;
    private readonly ClaimedRuns<JsonLinesRun> _claimed;

    /// <summary>A journal in a directory, which is created when the first run is.</summary>
    /// <param name="directory">The directory.</param>
    /// <param name="options">How it is kept.</param>
    public JsonLinesJournal(string directory, JournalOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(directory);
        options ??= new();
        _files = new(directory);
        _durability = options.Durability;
        _time = options.TimeProvider;
        _claimed = new(_files.Claims, _time, Look);
        _writer = new(new JsonLinesWriter(_files, run => _claimed.Remove(run.RunId)).Write);
    }

    /// <inheritdoc/>
    public async ValueTask<IRunJournal> CreateAsync(string runId, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ArgumentException.ThrowIfNullOrEmpty(runId);
        return await ClaimAsync(runId, async () =>
        {
            var path = _files.Record(runId);
            if (File.Exists(path) && await RecordReader.ReadEndsAsync(path, cancellationToken).ConfigureAwait(false) is not null)
                throw JournalFaults.RunExists(runId, _files.Journal);
            var file = File.OpenHandle(path, FileMode.Create, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
            try
            {
                if (_durability is JournalDurability.EveryEvent)
                    DirectoryDisk.Flush(_files.Directory);
            }
            catch
            {
                file.Dispose();
                throw;
            }

            return (default, file, []);
        }).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<IRunJournal> ResumeAsync(string runId, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ArgumentException.ThrowIfNullOrEmpty(runId);
        if (!HasRecord(runId))
            throw new RunNotFoundException(runId, _files.Journal);
        return await ClaimAsync(runId, () => OpenAsync(runId, cancellationToken)).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<PlanEvent> ReadAsync(string runId, long after = 0, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(runId);
        var path = _files.Record(runId);
        var isThere = false;
        if (HasRecord(runId))
        {
            var events = RecordReader.ReadAsync(path, runId, after, cancellationToken).GetAsyncEnumerator(cancellationToken);
            await using (events.ConfigureAwait(false))
            {
                while (await Reading($"Run '{runId}' cannot be read from {path}", events.MoveNextAsync).ConfigureAwait(false))
                {
                    isThere = true;
                    yield return events.Current.Happened;
                }
            }
        }

        // That nothing has come since is an answer for a run that there is.
        if (!isThere)
            await EndsAsync(runId, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<RunSummary> RunsAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var runs = new List<RunSummary>();
        foreach (var path in await Reading($"The runs of {_files.Journal} cannot be listed", () => new ValueTask<string[]>([.. _files.Records()])).ConfigureAwait(false))
        {
            if (await SummaryAsync(path, cancellationToken).ConfigureAwait(false) is { } run)
                runs.Add(run);
        }

        foreach (var run in runs.OrderByDescending(static run => run.CreatedAt).ThenByDescending(static run => run.RunId, StringComparer.Ordinal))
            yield return run;
    }

    /// <inheritdoc/>
    public ValueTask DeleteAsync(string runId, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ArgumentException.ThrowIfNullOrEmpty(runId);
        if (!HasRecord(runId))
            throw new RunNotFoundException(runId, _files.Journal);
        var claim = Claim(runId);
        try
        {
            Do($"Run '{runId}' cannot be deleted from {_files.Journal}", () =>
            {
                DeleteRequests(runId);
                File.Delete(_files.Record(runId));

                // Whoever has put one meanwhile, and has seen the run after that, is gone. Who sees it no more takes the request back.
                DeleteRequests(runId);
            });
        }
        finally
        {
            claim.Dispose();
            _claimed.Remove(runId);
        }

        return default;
    }

    private void DeleteRequests(string runId)
    {
        foreach (var (_, path) in _files.RequestsOf(runId))
            File.Delete(path);
    }

    private async ValueTask<IRunJournal> ClaimAsync(string runId, Func<ValueTask<(RecordEnd End, SafeFileHandle File, HashSet<string> Done)>> open)
    {
        var claim = Claim(runId);
        try
        {
            var (end, file, done) = await Reading($"Run '{runId}' cannot be recorded in {_files.Record(runId)}", open).ConfigureAwait(false);
            var run = new JsonLinesRun(runId, _files.Record(runId), end, file, claim, _writer, new RequestFeed(done), _durability);
            _writer.Retain();
            _claimed.Add(run);
            Look(run);
            return run;
        }
        catch
        {
            claim.Dispose();
            _claimed.Abandon(runId);
            throw;
        }
    }

    private RunClaim Claim(string runId)
    {
        RunClaim? claim = null;
        var entered = false;
        try
        {
            Do($"Run '{runId}' cannot be claimed in {_files.Journal}", () =>
            {
                if (_durability is JournalDurability.EveryEvent)
                    DirectoryDisk.Create(_files.Claims);
                else
                    Directory.CreateDirectory(_files.Claims);
                if (_claimed.TryEnter(runId) is not { } presence)
                    return;
                entered = true;
                JournalPresence.Sweep(_files.Claims);
                claim = RunClaim.TryTake(_files, runId, presence);
            });
        }
        finally
        {
            // Whatever keeps it from being claimed, the place that it took among the runs of this process is free again.
            if (claim is null && entered)
                _claimed.Remove(runId);
        }

        if (claim is not null)
            return claim;
        throw new RunClaimedException(runId, _files.Journal, entered ? ClaimOwner.Read(_files, runId)?.Owner : RunOwner.Current);
    }

    /// <summary>Reads a record through, takes away what its last process has left half written, and opens it to go on.</summary>
    private async ValueTask<(RecordEnd End, SafeFileHandle File, HashSet<string> Done)> OpenAsync(string runId, CancellationToken cancellationToken)
    {
        var done = new HashSet<string>(StringComparer.Ordinal);
        PlanEvent? last = null;
        RecordEnd end = default;
        await foreach (var (happened, position) in RecordReader.ReadAsync(_files.Record(runId), runId, after: 0, cancellationToken).ConfigureAwait(false))
        {
            last = happened;
            end = new(happened.Sequence, position);
            if (JournalRecord.RequestIdOf(happened) is { } request)
                done.Add(request);
        }

        if (last is null)
            throw new RunNotFoundException(runId, _files.Journal);
        if (last is RunCompletedEvent)
            throw new RunCompletedException(runId, _files.Journal);
        var file = File.OpenHandle(_files.Record(runId), FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        RandomAccess.SetLength(file, end.Position);
        return (end, file, done);
    }

    private async ValueTask<PlanEvent> EndsAsync(string runId, CancellationToken cancellationToken)
    {
        var path = _files.Record(runId);
        var ends = HasRecord(runId)
            ? await Reading($"Run '{runId}' cannot be read from {path}", () => RecordReader.ReadEndsAsync(path, cancellationToken)).ConfigureAwait(false)
            : null;
        return ends is { } found && found.First.RunId == runId ? found.Last : throw new RunNotFoundException(runId, _files.Journal);
    }

    // One record that is damaged keeps no other from being listed.
    private async ValueTask<RunSummary?> SummaryAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            var ends = await Reading($"{path} cannot be read", () => RecordReader.ReadEndsAsync(path, cancellationToken)).ConfigureAwait(false);
            return ends is { } found ? Summary(found.First, found.Last) : null;
        }
        catch (JournalException fault)
        {
            return new()
            {
                RunId = RunFileName.RunIdOf(Path.GetFileNameWithoutExtension(path)),
                PlanId = "",
                Status = RunStatus.Running,
                CreatedAt = new(File.GetLastWriteTimeUtc(path)),
                LastSequence = 0,
                Fault = fault.Message,
            };
        }
    }

    private RunSummary Summary(PlanEvent first, PlanEvent last)
    {
        var completed = last as RunCompletedEvent;
        return new()
        {
            RunId = first.RunId,
            PlanId = (first as RunCreatedEvent)?.PlanId ?? "",
            ParentRun = (first as RunCreatedEvent)?.ParentRun,
            Status = completed?.Status ?? RunStatus.Running,
            CreatedAt = first.Time,
            EndedAt = completed?.Time,
            LastSequence = last.Sequence,
            Owner = completed is null ? ClaimOwner.Read(_files, first.RunId)?.Owner : null,
        };
    }

    private bool HasRecord(string runId)
    {
        var (path, isThere) = (_files.Record(runId), false);
        Do($"{path} cannot be looked at", () => isThere = FilePresence.HasFile(path));
        return isThere;
    }

    private static async ValueTask<T> Reading<T>(string what, Func<ValueTask<T>> read)
    {
        try
        {
            return await read().ConfigureAwait(false);
        }
        catch (Exception fault) when (FileFaults.IsOne(fault))
        {
            throw JournalFaults.OfFile(what, fault);
        }
    }

    private static void Do(string what, Action act)
    {
        try
        {
            act();
        }
        catch (Exception fault) when (FileFaults.IsOne(fault))
        {
            throw JournalFaults.OfFile(what, fault);
        }
    }
}
