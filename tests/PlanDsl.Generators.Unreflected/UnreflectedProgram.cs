using System.Runtime.CompilerServices;
using System.Text.Json;
using PlanDsl.Sqlite;

namespace PlanDsl.Tests;

/// <summary>What the other process does: it runs a plan until it dies in it, goes on with the run, or is refused; and says in a line how that ended.</summary>
internal static class UnreflectedProgram
{
    private const string RunId = "delivery";

    /// <param name="args">The kind of the journal; where all is kept; what to do: <c>die</c>, <c>resume</c>, or begin a run that knows
    /// <c>nothing</c> or not <c>enough</c> of types.</param>
    public static async Task<int> RunAsync(string[] args)
    {
        if (JsonSerializer.IsReflectionEnabledByDefault || RuntimeFeature.IsDynamicCodeSupported)
        {
            Console.WriteLine("This process may do what one that is compiled ahead of time may not.");
            return 2;
        }

        var (kind, directory, act) = (args[0], args[1], args[2]);
        var journal = Open(kind, directory);
        try
        {
            Console.WriteLine(await ExecuteAsync(new(Path.Combine(directory, "done"), dies: act is "die"), act, OptionsOf(act, journal)).ConfigureAwait(false));
            return 0;
        }
        catch (InvalidOperationException refusal)
        {
            Console.WriteLine(refusal.Message);
            return 1;
        }
        finally
        {
            (journal as IDisposable)?.Dispose();
        }
    }

    private static async Task<string> ExecuteAsync(DeliveryPlan plan, string act, PlanOptions options)
    {
        if (act is not "resume")
            return $"{(await plan.Start(new DateOnly(2026, 1, 2), options).Completion.ConfigureAwait(false)).Status}";
        await options.Journal!.RequestAsync(RunId, new RunSignalRequest("approve", JsonElement.Parse("""{ "by": "anna", "on": "2026-01-03" }"""))).ConfigureAwait(false);
        var run = await plan.ResumeAsync(RunId, options).ConfigureAwait(false);
        return (await run.GetResultsAsync().ConfigureAwait(false)).Show;
    }

    private static PlanOptions OptionsOf(string act, IPlanJournal journal) => new()
    {
        Journal = journal,
        RunId = RunId,
        JsonOptions = act switch { "nothing" => null, "enough" => LackingContext.Default.Options, _ => DeliveryContext.Default.Options },
    };

    private static IPlanJournal Open(string kind, string directory)
    {
        var options = new JournalOptions { Durability = JournalDurability.EveryEvent };
        return kind is "sqlite" ? new SqliteJournal(Path.Combine(directory, "journal.db"), options) : new JsonLinesJournal(Path.Combine(directory, "journal"), options);
    }
}
