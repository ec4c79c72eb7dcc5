using System.Globalization;
using System.Text.Json;

namespace PlanDsl.Benchmarks;

/// <summary>How many events a journal records in a second: of runs whose steps start and succeed, from the first append until the runs are
/// let go of and all is written.</summary>
/// <param name="kind">The journal.</param>
/// <param name="durability">How safe an event is before the run acts on it.</param>
/// <param name="runs">How many runs go on at once, each on a thread.</param>
internal sealed class JournalRow(JournalKind kind, JournalDurability durability, int runs) : IRow
{
    private const int Rounds = 5;
    private const double Target = 100_000;

    private static readonly DateTimeOffset Time = new(2026, 11, 22, 4, 5, 6, TimeSpan.Zero);
    private static readonly JsonElement Result = JsonElement.Parse("""{"id":4711,"total":129.95,"lines":["a","b"]}""");

    // Each one is forced to the disk, and waited for.
    private bool IsFlushed => durability is JournalDurability.EveryEvent && kind is not JournalKind.Memory;

    private int StepCount => IsFlushed ? 500 : 50_000;

    public string Name => string.Create(CultureInfo.InvariantCulture, $"journal {OpenedJournal.NameOf(kind)}, {JsonNamingPolicy.SnakeCaseLower.ConvertName(durability.ToString())}, {runs} {(runs == 1 ? "run" : "runs")}");

    public async Task<IReadOnlyList<Line>> MeasureAsync()
    {
        var rates = new List<double>();
        for (var round = 0; round <= Rounds; round++)
            rates.Add(await RateAsync());
        // The first has warmed up.
        var rate = Meter.Median(rates.Skip(1));
        var (target, isMet) = IsFlushed ? ("", (bool?)null) : (string.Create(CultureInfo.InvariantCulture, $"≥ {Target:#,0}/s"), rate >= Target);
        return [new(Name, "", string.Create(CultureInfo.InvariantCulture, $"{rate:#,0} events/s"), target, isMet, string.Create(CultureInfo.InvariantCulture, $"{1e6 / rate:0.00} µs an event"))];
    }

    private async Task<double> RateAsync()
    {
        using var opened = new OpenedJournal(kind, durability);
        var start = TimeProvider.System.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, runs).Select(run => Task.Run(() => RecordAsync(opened.Journal, string.Create(CultureInfo.InvariantCulture, $"{run:d32}"), StepCount / runs))));
        return 2.0 * StepCount / TimeProvider.System.GetElapsedTime(start).TotalSeconds;
    }

    private async Task RecordAsync(IPlanJournal journal, string runId, int steps)
    {
        await using var run = await journal.CreateAsync(runId);
        long sequence = 0;
        run.Append(new RunCreatedEvent { RunId = runId, Sequence = ++sequence, Time = Time, PlanId = "shop.orders", PlanHash = "0123456789abcdef" });
        for (var step = 0; step < steps; step++)
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"step_{step}");
            run.Append(new StepStartedEvent { RunId = runId, Sequence = ++sequence, Time = Time, StepPath = path, Attempt = 1 });
            if (IsFlushed)
                await run.FlushAsync(sequence);
            run.Append(new StepSucceededEvent { RunId = runId, Sequence = ++sequence, Time = Time, StepPath = path, Attempt = 1, Result = Result });
            if (IsFlushed)
                await run.FlushAsync(sequence);
        }
    }
}
