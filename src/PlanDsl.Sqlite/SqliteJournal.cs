using System.Runtime.CompilerServices;

namespace PlanDsl.Sqlite;

/// <summary>A journal in a SQLite database: runs, steps, attempts, events and requests as tables, and the views <c>run_summary</c> and
/// <c>step_summary</c> for a person. Which native SQLite is used, the application says: it references
/// <c>SQLitePCLRaw.bundle_e_sqlite3</c>, or gives SQLitePCL a provider of its own.</summary>
/// <remarks>
/// <para>Thread-safe; any number of processes of one machine may use the database at once. Beside it lies a directory, named after it with
/// <c>-claims</c>, in which those that execute runs say that they are alive. The file system must have locks, as SQLite needs them itself.</para>
/// <para>Disposing closes the connection for writing, which is opened again when it is needed. It is closed by itself when no run has been
/// claimed for some seconds.</para>
/// </remarks>
public sealed class SqliteJournal : IPlanJournal, IDisposable
{
    private readonly SqliteStore _store;
    private readonly TimeProvider _time;
    private readonly JournalDurability _durability;
    private readonly BatchWriter<JournalEntry> _writer;
    private readonly ClaimedRuns<SqliteRun> _claimed;

    /// <summary>A journal in a database, which is created when it is first written.</summary>
    /// <param name="path">The database file.</param>
    /// <param name="options">How it is kept.</param>
    public SqliteJournal(string path, JournalOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var kept = options as SqliteJournalOptions ?? new SqliteJournalOptions { Durability = options?.Durability ?? JournalDurability.Batched, TimeProvider = options?.TimeProvider ?? TimeProvider.System };
        _store = new(path, kept);
        _time = kept.TimeProvider;
        _durability = kept.Durability;
        _claimed = new(_store.Claims, _time, Look);
        _writer = new(new SqliteWriter(_store, run => _claimed.Remove(run.RunId)).Write, _store.Dispose);
    }

    /// <inheritdoc/>
    public ValueTask<IRunJournal> CreateAsync(string runId, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ClaimAsync(runId, static (claims, runId) => (claims.Create(runId), 0));
    }

    /// <inheritdoc/>
    public ValueTask<IRunJournal> ResumeAsync(string runId, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ArgumentException.ThrowIfNullOrEmpty(runId);
        return _store.Exists
            ? ClaimAsync(runId, static (claims, runId) => claims.Resume(runId))
            : throw new RunNotFoundException(runId, _store.Journal);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<PlanEvent> ReadAsync(string runId, long after = 0, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(runId);
        var what = $"Run '{runId}' cannot be read from {_store.Journal}";
        if (!_store.Exists || Read(what, database => RunReader.TryFind(database, runId)) is not { } run)
            throw new RunNotFoundException(runId, _store.Journal);
        while (after < run.LastSequence)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var from = after;
            var (events, fault) = Read(what, database => RunReader.Read(database, _store, runId, run.Number, from, run.LastSequence));
            foreach (var happened in events)
                yield return happened;
            if (fault is not null)
                throw fault;
            after += events.Count;
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<RunSummary> RunsAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        if (!_store.Exists)
            yield break;
        foreach (var run in Read($"The runs of {_store.Journal} cannot be listed", database => SummaryRows.Read(database, _store)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return run;
        }
    }

    /// <inheritdoc/>
    public async ValueTask RequestAsync(string runId, RunRequest request, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ArgumentException.ThrowIfNullOrEmpty(runId);
        ArgumentNullException.ThrowIfNull(request);
        if (!_store.Exists)
            throw new RunNotFoundException(runId, _store.Journal);
        var owner = await DoAsync($"Run '{runId}' cannot be asked for anything in {_store.Journal}", () =>
        {
            string? executes = null;
            _store.Write(database => executes = RequestRows.Put(database, runId, request, _time.GetUtcNow(), _store.Journal));
            return executes;
        }).ConfigureAwait(false);
        if (owner is not null)
            _claimed.Tell(owner);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<PendingRequest> PendingAsync(string runId, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(runId);
        if (!_store.Exists || Read($"What is asked of run '{runId}' cannot be read from {_store.Journal}", database => PendingRows.TryRead(database, runId)) is not { } pending)
            throw new RunNotFoundException(runId, _store.Journal);
        foreach (var request in pending)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return request;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DeleteAsync(string runId, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ArgumentException.ThrowIfNullOrEmpty(runId);
        if (!_store.Exists)
            throw new RunNotFoundException(runId, _store.Journal);
        var presence = Enter(runId);
        try
        {
            await DoAsync($"Run '{runId}' cannot be deleted from {_store.Journal}", () =>
            {
                _store.Write(database => new RunClaims(_store, database, presence).Forget(runId));
                _store.Shrink();
                return true;
            }).ConfigureAwait(false);
        }
        finally
        {
            _claimed.Remove(runId);
        }
    }

    /// <summary>Closes the connection for writing. Claimed runs go on: it is opened again for them.</summary>
    public void Dispose() => DoAsync($"{_store.Journal} cannot be closed", () =>
    {
        _store.Dispose();
        return true;
    }).AsTask().GetAwaiter().GetResult();

    private async ValueTask<IRunJournal> ClaimAsync(string runId, Func<RunClaims, string, (long Number, long LastSequence)> claim)
    {
        ArgumentException.ThrowIfNullOrEmpty(runId);
        _writer.Retain();
        try
        {
            // To make a database takes longer than to enter a run beside it: both are done at once.
            var opening = new SqliteWork<bool>(() =>
            {
                _store.Prepare();
                return true;
            });
            _writer.Add(JournalEntry.Of(opening));
            return await ClaimAsync(runId, Enter(runId), opening.Done, claim).ConfigureAwait(false);
        }
        finally
        {
            _writer.Release();
        }
    }

    private async ValueTask<IRunJournal> ClaimAsync(string runId, string presence, Task opened, Func<RunClaims, string, (long Number, long LastSequence)> claim)
    {
        try
        {
            var run = await DoAsync($"Run '{runId}' cannot be recorded in {_store.Journal}", () =>
            {
                // What has failed just now is not tried again: that may have taken as long as a lock is waited for.
                opened.GetAwaiter().GetResult();
                SqliteRun? claimed = null;
                _store.Write(database =>
                {
                    var (number, last) = claim(new(_store, database, presence), runId);
                    claimed = new(number, runId, presence, last, _writer, RequestRows.ReadAll(database, number, presence), _durability);
                });
                return claimed!;
            }).ConfigureAwait(false);
            _writer.Retain();
            _claimed.Add(run);
            Look();
            return run;
        }
        catch
        {
            _claimed.Abandon(runId);
            throw;
        }
    }

    private string Enter(string runId)
    {
        try
        {
            return _claimed.TryEnter(runId) ?? throw new RunClaimedException(runId, _store.Journal, RunOwner.Current);
        }
        catch (Exception fault) when (SqliteFaults.IsOne(fault))
        {
            throw SqliteFaults.Of($"Run '{runId}' cannot be claimed in {_store.Journal}", _store.Path, fault);
        }
    }

    /// <summary>Has the journal's thread look for what is asked of the claimed runs.</summary>
    private void Look()
    {
        _writer.Retain();
        _writer.Add(JournalEntry.Of(new SqliteWork<bool>(() =>
        {
            try
            {
                // Nobody can ask anything of runs whose database is gone, and none is made anew for that.
                if (_store.IsLost)
                    return false;
                _store.Look(database =>
                {
                    foreach (var run in _claimed.Runs)
                    {
                        foreach (var request in RequestRows.Read(database, run.Number, run.Owner))
                            run.Requests.Add(request);
                    }
                });
            }
            catch (Exception fault) when (SqliteFaults.IsOne(fault) || fault is JournalException)
            {
                // The next look will find them.
            }
            finally
            {
                _writer.Release();
            }

            return true;
        })));
    }

    private T Read<T>(string what, Func<SqliteDatabase, T> read)
    {
        try
        {
            return _store.Read(read);
        }
        catch (Exception fault) when (SqliteFaults.IsOne(fault))
        {
            throw SqliteFaults.Of(what, _store.Path, fault);
        }
    }

    private async ValueTask<T> DoAsync<T>(string what, Func<T> act)
    {
        _writer.Retain();
        try
        {
            var work = new SqliteWork<T>(act);
            _writer.Add(JournalEntry.Of(work));
            return await work.Done.ConfigureAwait(false);
        }
        catch (Exception fault) when (SqliteFaults.IsOne(fault))
        {
            throw SqliteFaults.Of(what, _store.Path, fault);
        }
        finally
        {
            _writer.Release();
        }
    }
}
