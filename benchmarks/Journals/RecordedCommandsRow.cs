using System.Globalization;

namespace PlanDsl.Benchmarks;

/// <summary>How much longer a run of commands that do nothing takes because it is recorded.</summary>
/// <param name="kind">The journal.</param>
/// <param name="durability">How safe an event is before the run acts on it.</param>
/// <param name="hasFiles">Whether it keeps files, too, as runs of the tool do: what commands write, and which processes they are.</param>
internal sealed class RecordedCommandsRow(JournalKind kind, JournalDurability durability, bool hasFiles = false) : IRow
{
    private const int Steps = 40;
    private const int Rounds = 21;
    private const double Target = 1.1;

    private static readonly string Text =
        $"{{ \"steps\": [ {string.Join(", ", Enumerable.Range(0, Steps).Select(static step => $"{{ \"id\": \"s{step}\", \"command\": \"true\", \"depends_on\": [{(step == 0 ? "" : $"\"s{step - 1}\"")}] }}"))} ] }}";

    public string Name => string.Create(CultureInfo.InvariantCulture, $"journal {OpenedJournal.NameOf(kind)}, {(durability is JournalDurability.Batched ? "batched" : "every_event")}, {Steps} commands one after the other{(hasFiles ? ", with files" : "")}");

    public Sides Sides => new(() => Run(isRecorded: true), () => Run(isRecorded: false));

    public Task<IReadOnlyList<Line>> MeasureAsync()
    {
        var turns = Turns.Of(Rounds, () => TimeOf(isRecorded: true), () => TimeOf(isRecorded: false));
        var ratio = turns.Ratio(0, 1);
        bool? isMet = durability is JournalDurability.Batched ? ratio <= Target : null;
        return Task.FromResult<IReadOnlyList<Line>>(
            [new(Name, "the run without a journal", Figures.Ratio(ratio), isMet is null ? "" : $"≤ {Figures.Ratio(Target)}", isMet, turns.FiguresOf(0, 1))]);
    }

    private Func<Task> Run(bool isRecorded) => () =>
    {
        TimeOf(isRecorded);
        return Task.CompletedTask;
    };

    private double TimeOf(bool isRecorded)
    {
        using var opened = isRecorded ? new OpenedJournal(kind, durability) : null;
        var plan = InterpretedPlan.Parse(Text, "commands.plan.json", new() { Files = hasFiles ? opened?.Files : null });
        var start = TimeProvider.System.GetTimestamp();
        var outcome = plan.Start(options: new() { Journal = opened?.Journal }).Completion.GetAwaiter().GetResult();
        var time = TimeProvider.System.GetElapsedTime(start).TotalNanoseconds;
        return outcome.Status is RunStatus.Succeeded ? time : throw new InvalidOperationException($"The run has failed: {outcome.Error}");
    }
}
