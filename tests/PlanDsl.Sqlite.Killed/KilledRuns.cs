using System.Collections.Concurrent;
using PlanDsl.Sqlite;

namespace PlanDsl.Tests;

/// <summary>Runs that one process after the other executes, each until it is killed: where they are recorded, and what they do.</summary>
internal sealed class KilledRuns : IDisposable
{
    private readonly string _effects;
    private readonly KilledPlans _plans;
    private readonly ConcurrentDictionary<string, Effects> _effectsOf = new(StringComparer.Ordinal);

    /// <param name="journal">Where they are recorded; disposed of with this.</param>
    /// <param name="directory">Where what they do is kept.</param>
    public KilledRuns(IPlanJournal journal, string directory)
    {
        Journal = journal;
        _plans = new(new KilledBodies(journal, EffectsOf), new RunFiles(Path.Combine(directory, "output")), PathOf, EffectsOf);
        _effects = Directory.CreateDirectory(Path.Combine(directory, "effects")).FullName;
    }

    /// <param name="kind"><c>jsonl</c> or <c>sqlite</c>; <c>memory</c> for what is never killed.</param>
    /// <param name="durability">How safe an event is before a run acts on it.</param>
    /// <param name="directory">Where all of it is kept.</param>
    public KilledRuns(string kind, JournalDurability durability, string directory)
        : this(Open(kind, new() { Durability = durability }, directory), directory)
    {
    }

    public IPlanJournal Journal { get; }

    public void Dispose() => (Journal as IDisposable)?.Dispose();

    /// <summary>Goes on with a run of a plan, or begins it.</summary>
    /// <exception cref="RunCompletedException">It has ended.</exception>
    public async Task<PlanRun> GoOnAsync(string plan, string runId, IPlanJournal? journal = null, IObserver<PlanEvent>? observer = null)
    {
        try
        {
            return await _plans.Find(plan).ResumeAsync(runId, Options(runId, journal, observer)).ConfigureAwait(false);
        }
        catch (RunNotFoundException)
        {
            return Start(plan, runId, journal, observer);
        }
    }

    /// <summary>Begins a run of a plan.</summary>
    public PlanRun Start(string plan, string runId, IPlanJournal? journal = null, IObserver<PlanEvent>? observer = null) =>
        _plans.Find(plan).Start(Options(runId, journal, observer));

    /// <summary>What is recorded of a run; nothing if it is not there.</summary>
    public async Task<List<PlanEvent>> ReadAsync(string runId)
    {
        try
        {
            var events = new List<PlanEvent>();
            await foreach (var happened in Journal.ReadAsync(runId).ConfigureAwait(false))
                events.Add(happened);
            return events;
        }
        catch (RunNotFoundException)
        {
            return [];
        }
    }

    /// <summary>What the bodies of a run have done by now, in whatever process.</summary>
    public List<string> DoneIn(string runId) => Effects.Read(PathOf(runId));

    /// <summary>By which keys they have done it.</summary>
    public IEnumerable<(string Name, string Key)> KeysIn(string runId) => Effects.ReadKeys(PathOf(runId));

    private static IPlanJournal Open(string kind, JournalOptions options, string directory) => kind switch
    {
        "sqlite" => new SqliteJournal(Path.Combine(directory, "journal.db"), options),
        "jsonl" => new JsonLinesJournal(Path.Combine(directory, "journal"), options),
        _ => new MemoryJournal(),
    };

    private PlanOptions Options(string runId, IPlanJournal? journal, IObserver<PlanEvent>? observer) =>
        new() { Journal = journal ?? Journal, RunId = runId, Observer = observer };

    private Effects EffectsOf(string runId) => _effectsOf.GetOrAdd(runId, id => new(PathOf(id)));

    private string PathOf(string runId) => Path.Combine(_effects, runId);
}
