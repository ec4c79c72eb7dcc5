using System.Globalization;

namespace PlanDsl.Benchmarks;

/// <summary>Plans of commands that tell the time and do nothing else: how long after the end of those before it a step's process runs,
/// and how much longer the whole takes than the attempts on its critical path.</summary>
internal sealed class ProcessRow : IRow
{
    private const int Rounds = 12;
    private const double MostWait = 5;
    private const double MostMakespan = 1.1;

    public string Name => "commands one after the other";

    public async Task<IReadOnlyList<Line>> MeasureAsync() =>
    [
        .. await MeasureAsync("chain of 20 commands", 20, static step => step == 0 ? [] : [step - 1]),
        .. await MeasureAsync("diamonds of 20 commands", 20, static step => (step % 3) switch { _ when step == 0 => [], 0 => [step - 1, step - 2], 1 => [step - 1], _ => [step - 2] }),
    ];

    private static async Task<IReadOnlyList<Line>> MeasureAsync(string name, int steps, Func<int, int[]> before)
    {
        var plan = InterpretedPlan.Parse(TextOf(steps, before), "commands.plan.json");
        var (waits, spans) = (new List<double>(), new List<double>());
        for (var round = -2; round < Rounds; round++)
        {
            var start = TimeProvider.System.GetTimestamp();
            var run = plan.Start(options: new() { Observer = new Nobody() });
            var outcome = await run.Completion;
            var makespan = TimeProvider.System.GetElapsedTime(start).TotalMilliseconds;
            if (round < 0)
                continue;
            waits.AddRange(WaitsOf(outcome, before));
            spans.Add(makespan / PathOf(outcome, before));
        }

        var (wait, span) = (Meter.Median(waits), Meter.Median(spans));
        return
        [
            new(name, "the end of the step before", $"+{wait:0.00} ms", $"≤ +{MostWait:0} ms", wait <= MostWait, $"nine of ten within {waits.Order().ElementAt(waits.Count * 9 / 10):0.0} ms; {Figures.Rounds(Rounds)}"),
            new(name, "the attempts on the critical path", Figures.Ratio(span), $"≤ {Figures.Ratio(MostMakespan)}", span <= MostMakespan, Figures.Rounds(Rounds)),
        ];
    }

    // By the process's own clock, which starts when the program does.
    private static IEnumerable<double> WaitsOf(PlanOutcome<PlanResults> outcome, Func<int, int[]> before)
    {
        for (var step = 1; step < outcome.Steps.Count; step++)
        {
            var text = outcome.Results![$"s{step}"].GetProperty("stdout").GetString()!;
            var runs = DateTimeOffset.UnixEpoch.AddTicks(long.Parse(text, CultureInfo.InvariantCulture) / TimeSpan.NanosecondsPerTick);
            yield return (runs - before(step).Max(other => outcome.Steps[other].EndedAt!.Value)).TotalMilliseconds;
        }
    }

    private static double PathOf(PlanOutcome outcome, Func<int, int[]> before)
    {
        var ends = new double[outcome.Steps.Count];
        for (var step = 0; step < ends.Length; step++)
            ends[step] = before(step).Select(other => ends[other]).DefaultIfEmpty(0).Max() + outcome.Steps[step].Duration!.Value.TotalMilliseconds;
        return ends.Max();
    }

    private static string TextOf(int steps, Func<int, int[]> before) =>
        $"{{ \"steps\": [ {string.Join(", ", Enumerable.Range(0, steps).Select(step => $"{{ \"id\": \"s{step}\", \"command\": \"date\", \"args\": [\"+%s%N\"], \"depends_on\": [{string.Join(", ", before(step).Select(static other => $"\"s{other}\""))}] }}"))} ] }}";

    // Times are noted where somebody looks.
    private sealed class Nobody : IObserver<PlanEvent>
    {
        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        public void OnNext(PlanEvent value)
        {
        }
    }
}
