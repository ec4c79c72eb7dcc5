using System.Globalization;

namespace PlanDsl.Benchmarks;

/// <summary>How many events a second are recorded of a run whose steps do nothing, from its start until all is written, and how much longer
/// it takes for that.</summary>
/// <param name="kind">The journal.</param>
internal sealed class RecordedRunRow(JournalKind kind) : IRow
{
    private const int Steps = 10_000;
    private const int Rounds = 9;
    private const double Target = 100_000;

    // The start and the end of each step, and three of the run.
    private const int Events = (2 * Steps) + 3;

    public string Name => string.Create(CultureInfo.InvariantCulture, $"journal {OpenedJournal.NameOf(kind)}, batched, a run of {Steps:N0} steps in the process");

    public Sides Sides => new(() => Run(kind), static () => Run(null));

    public Task<IReadOnlyList<Line>> MeasureAsync()
    {
        var plan = LoadRow.LoadOf(new(Steps));
        var turns = Turns.Of(Rounds, () => TimeOf(plan, kind), () => TimeOf(plan, null));
        var rate = Events / (turns.Of(0) / 1e9);
        return Task.FromResult<IReadOnlyList<Line>>(
        [
            new(Name, "", string.Create(CultureInfo.InvariantCulture, $"{rate:#,0} events/s"), string.Create(CultureInfo.InvariantCulture, $"≥ {Target:#,0}/s"), rate >= Target, $"{Figures.Time(turns.Of(0))}; {Figures.Rounds(Rounds)}"),
            new(Name, "the run without a journal", Figures.Ratio(turns.Ratio(0, 1)), "", null, turns.FiguresOf(0, 1)),
        ]);
    }

    private static Func<Task> Run(JournalKind? kind)
    {
        var plan = LoadRow.LoadOf(new(Steps));
        return () =>
        {
            TimeOf(plan, kind);
            return Task.CompletedTask;
        };
    }

    private static double TimeOf(InterpretedPlan plan, JournalKind? kind)
    {
        using var opened = kind is { } recorded ? new OpenedJournal(recorded, JournalDurability.Batched) : null;
        GC.Collect();
        var start = TimeProvider.System.GetTimestamp();
        var outcome = plan.Start(options: new() { Journal = opened?.Journal }).Completion.GetAwaiter().GetResult();
        var time = TimeProvider.System.GetElapsedTime(start).TotalNanoseconds;
        return outcome.Status is RunStatus.Succeeded ? time : throw new InvalidOperationException($"The run has failed: {outcome.Error}");
    }
}
