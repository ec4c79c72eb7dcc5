using System.Globalization;

namespace PlanDsl.Benchmarks;

/// <summary>How much longer a run of commands that do nothing takes because it is recorded.</summary>
/// <param name="kind">The journal.</param>
/// <param name="durability">How safe an event is before the run acts on it.</param>
/// <param name="hasFiles">Whether it keeps files, too, as runs of the tool do: what commands write, and which processes they are.</param>
/// <param name="isFirst">Whether the run is the first in its journal, which is then made within the time that is measured.</param>
internal sealed class RecordedCommandsRow(JournalKind kind, JournalDurability durability, bool hasFiles = false, bool isFirst = false) : IRow
{
    private const int Steps = 40;
    private const int Rounds = 101;
    private const double Target = 1.1;

    private static readonly string Text =
        $"{{ \"steps\": [ {string.Join(", ", Enumerable.Range(0, Steps).Select(static step => $"{{ \"id\": \"s{step}\", \"command\": \"true\", \"depends_on\": [{(step == 0 ? "" : $"\"s{step - 1}\"")}] }}"))} ] }}";

    public string Name => string.Create(CultureInfo.InvariantCulture, $"journal {OpenedJournal.NameOf(kind)}, {(durability is JournalDurability.Batched ? "batched" : "every_event")}, {Steps} commands one after the other{(hasFiles ? ", with files" : "")}{(isFirst ? ", the first run in it" : "")}");

    public Sides Sides => new(Recorded, static () => Run(static () => TimeOf(null, null)));

    public Task<IReadOnlyList<Line>> MeasureAsync()
    {
        using var used = isFirst ? null : Used();
        var turns = Turns.Of(Rounds, () => RecordedTime(used), static () => TimeOf(null, null));
        var ratio = turns.Ratio(0, 1);
        bool? isMet = durability is JournalDurability.Batched ? ratio <= Target : null;
        return Task.FromResult<IReadOnlyList<Line>>(
            [new(Name, "the run without a journal", Figures.Ratio(ratio), isMet is null ? "" : $"≤ {Figures.Ratio(Target)}", isMet, turns.FiguresOf(0, 1))]);
    }

    private static Func<Task> Run(Func<double> timed) => () =>
    {
        timed();
        return Task.CompletedTask;
    };

    // Its journal is left to the system.
    private Func<Task> Recorded()
    {
        var used = isFirst ? null : Used();
        return Run(() => RecordedTime(used));
    }

    private static double TimeOf(IPlanJournal? journal, RunFiles? files)
    {
        var plan = InterpretedPlan.Parse(Text, "commands.plan.json", new() { Files = files });
        var start = TimeProvider.System.GetTimestamp();
        var outcome = plan.Start(options: new() { Journal = journal }).Completion.GetAwaiter().GetResult();
        var time = TimeProvider.System.GetElapsedTime(start).TotalNanoseconds;
        return outcome.Status is RunStatus.Succeeded ? time : throw new InvalidOperationException($"The run has failed: {outcome.Error}");
    }

    /// <summary>A journal that a run has been recorded in.</summary>
    private OpenedJournal Used()
    {
        var used = new OpenedJournal(kind, durability);
        RecordedTime(used);
        return used;
    }

    private double RecordedTime(OpenedJournal? used)
    {
        using var made = used is null ? new OpenedJournal(kind, durability) : null;
        var opened = used ?? made!;
        return TimeOf(opened.Journal, hasFiles ? opened.Files : null);
    }
}
