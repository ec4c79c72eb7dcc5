using PlanDsl.Sqlite;

namespace PlanDsl.Tests;

/// <summary>A place of its own for the journals of one test.</summary>
public abstract class TestStorage : IDisposable
{
    /// <summary>A directory of its own.</summary>
    public string Directory { get; } = System.IO.Directory.CreateTempSubdirectory("plandsl-journal-").FullName;

    /// <summary>When something is asked. Timers go as everywhere.</summary>
    protected static TimeProvider Clock { get; } = new StandingClock();

    /// <summary>Opens the journal that is there, as another process would.</summary>
    public abstract IPlanJournal Open(JournalDurability durability = JournalDurability.EveryEvent);

    public virtual void Dispose()
    {
        GC.SuppressFinalize(this);
        System.IO.Directory.Delete(Directory, recursive: true);
    }

    private sealed class StandingClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Recorded.Time.AddDays(3);
    }
}

/// <summary>One object, since no other could see what it holds.</summary>
public sealed class MemoryStorage : TestStorage
{
    private readonly MemoryJournal _journal = new(Clock);

    public override IPlanJournal Open(JournalDurability durability = JournalDurability.EveryEvent) => _journal;
}

public sealed class JsonLinesStorage : TestStorage
{
    public override IPlanJournal Open(JournalDurability durability = JournalDurability.EveryEvent) =>
        new JsonLinesJournal(Path.Combine(Directory, "journal"), new JournalOptions { Durability = durability, TimeProvider = Clock });
}

public sealed class SqliteStorage : TestStorage
{
    private readonly List<SqliteJournal> _journals = [];

    public string Database => Path.Combine(Directory, "journal.db");

    public override IPlanJournal Open(JournalDurability durability = JournalDurability.EveryEvent)
    {
        var journal = new SqliteJournal(Database, new JournalOptions { Durability = durability, TimeProvider = Clock });
        _journals.Add(journal);
        return journal;
    }

    public override void Dispose()
    {
        foreach (var journal in _journals)
            journal.Dispose();
        base.Dispose();
    }
}
