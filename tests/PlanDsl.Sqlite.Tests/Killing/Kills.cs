using System.Collections.Concurrent;
using System.Globalization;

namespace PlanDsl.Tests;

/// <summary>All processes that are killed: each when the first test asks for it, and once.</summary>
internal static class Kills
{
    public const string JsonLines = "jsonl";
    public const string Sqlite = "sqlite";

    /// <summary>The environment variable that has the moments of an earlier run of the tests come again.</summary>
    public const string SeedVariable = "PLANDSL_KILL_SEED";

    private static readonly JournalDurability[] Durabilities = [JournalDurability.EveryEvent, JournalDurability.Batched];

    // What takes the time is to start processes, and more than the machine has room for make none of them faster.
    private static readonly SemaphoreSlim Room = new(Environment.ProcessorCount);
    private static readonly ConcurrentDictionary<string, Lazy<Task<KillReport>>> Begun = new(StringComparer.Ordinal);

    /// <summary>What decides at which moments processes are killed that are killed at any: another each time, unless one is given.</summary>
    public static int Seed { get; } = int.TryParse(Environment.GetEnvironmentVariable(SeedVariable), NumberStyles.Integer, CultureInfo.InvariantCulture, out var seed)
        ? seed
        : Random.Shared.Next();

    /// <summary>What came of all of them.</summary>
    public static IEnumerable<Task<KillReport>> All =>
        from kind in (string[])[JsonLines, Sqlite]
        from report in KilledPlans.All.Select(plan => AtEventsAsync(kind, plan)).Concat(Durabilities.Select(durability => AtAnyMomentAsync(kind, durability)))
        select report;

    /// <summary>Kills processes that execute a plan, at each of the events of a run.</summary>
    /// <param name="kind">The kind of its journal.</param>
    /// <param name="plan">The plan.</param>
    public static Task<KillReport> AtEventsAsync(string kind, string plan) =>
        OnceAsync($"{kind} {plan}", directory => new KillsAtEvents(kind, plan, directory).ExecuteAsync());

    /// <summary>Kills processes that execute all plans at once, when it happens.</summary>
    /// <param name="kind">The kind of their journal.</param>
    /// <param name="durability">How safe an event is before a run acts on it.</param>
    public static Task<KillReport> AtAnyMomentAsync(string kind, JournalDurability durability) =>
        OnceAsync($"{kind} {durability}", directory => new KillsAtAnyMoment(kind, durability, directory).ExecuteAsync());

    /// <summary>Does something when the machine has room for it.</summary>
    public static async Task InRoomAsync(Func<Task> act)
    {
        await Room.WaitAsync().ConfigureAwait(false);
        try
        {
            await act().ConfigureAwait(false);
        }
        finally
        {
            Room.Release();
        }
    }

    private static Task<KillReport> OnceAsync(string name, Func<string, Task<KillReport>> execute) =>
        Begun.GetOrAdd(name, static (_, execute) => new(() => Task.Run(() => InDirectoryAsync(execute))), execute).Value;

    private static async Task<KillReport> InDirectoryAsync(Func<string, Task<KillReport>> execute)
    {
        var directory = Directory.CreateTempSubdirectory("plandsl-kill-");
        try
        {
            return await execute(directory.FullName).ConfigureAwait(false);
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }
}
