using PlanDsl.Sqlite;

namespace PlanDsl.Benchmarks;

/// <summary>A journal in a directory of its own, which goes with it.</summary>
internal sealed class OpenedJournal : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("plandsl-benchmark-").FullName;

    public OpenedJournal(JournalKind kind, JournalDurability durability) => Journal = kind switch
    {
        JournalKind.Memory => new MemoryJournal(),
        JournalKind.JsonLines => new JsonLinesJournal(_directory, new() { Durability = durability }),
        _ => new SqliteJournal(Path.Combine(_directory, "journal.db"), new() { Durability = durability }),
    };

    public IPlanJournal Journal { get; }

    /// <summary>What runs keep beside it.</summary>
    public RunFiles Files => new(Path.Combine(_directory, "output"));

    /// <summary>What a kind is called in the table.</summary>
    public static string NameOf(JournalKind kind) => kind switch { JournalKind.Memory => "memory", JournalKind.JsonLines => "jsonl", _ => "sqlite" };

    public void Dispose()
    {
        (Journal as IDisposable)?.Dispose();
        Directory.Delete(_directory, recursive: true);
    }
}
