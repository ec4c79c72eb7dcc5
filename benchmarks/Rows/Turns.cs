namespace PlanDsl.Benchmarks;

/// <summary>Works that take long, measured in turn, the order of every other round reversed. Two works are compared by the median of the ratios of
/// single rounds: what a machine does besides changes within seconds, and meets both works of a round alike. What their medians give is told as well.</summary>
internal sealed class Turns
{
    private readonly double[][] _rounds;

    private Turns(double[][] rounds) => _rounds = rounds;

    /// <summary>Measures the works, each once a round, after one round that does not count.</summary>
    /// <param name="rounds">How many rounds.</param>
    /// <param name="works">What runs a work once and says how long that took, in nanoseconds.</param>
    public static Turns Of(int rounds, params Func<double>[] works)
    {
        Array.ForEach(works, static work => work());
        return OfWarm(rounds, works);
    }

    /// <summary>The same without the round that does not count, for works that are warm.</summary>
    /// <param name="rounds">How many rounds.</param>
    /// <param name="works">What runs a work once and says how long that took, in nanoseconds.</param>
    public static Turns OfWarm(int rounds, params Func<double>[] works) =>
        new([.. Enumerable.Range(0, rounds).Select(round => TimesOf(works, isReversed: round % 2 == 1))]);

    /// <summary>The median time of a work.</summary>
    public double Of(int work) => Meter.Median(_rounds.Select(times => times[work]));

    /// <summary>How many times as long as another a work has taken: the median of the ratios of single rounds.</summary>
    public double Ratio(int work, int other) => Meter.Median(Ratios(work, other));

    /// <summary>What is behind that: the medians and between what all rounds lie, what the medians give, and between what all ratios lie.</summary>
    public string FiguresOf(int work, int other)
    {
        var ratios = Ratios(work, other).ToArray();
        return $"{TimeOf(work)} : {TimeOf(other)}; of medians {Figures.Ratio(Of(work) / Of(other))}; rounds {Figures.Ratio(ratios.Min())}–{Figures.Ratio(ratios.Max())}; {Figures.Rounds(_rounds.Length)}";
    }

    private static double[] TimesOf(Func<double>[] works, bool isReversed)
    {
        var times = new double[works.Length];
        for (var turn = 0; turn < works.Length; turn++)
        {
            var work = isReversed ? works.Length - 1 - turn : turn;
            times[work] = works[work]();
        }

        return times;
    }

    private IEnumerable<double> Ratios(int work, int other) => _rounds.Select(times => times[work] / times[other]);

    private string TimeOf(int work)
    {
        var times = _rounds.Select(times => times[work]).ToArray();
        return $"{Figures.Time(Of(work))} ({Figures.Time(times.Min())}–{Figures.Time(times.Max())})";
    }
}
