namespace PlanDsl.Benchmarks;

/// <summary>Works that take long, measured in turn. What a machine does besides changes within seconds, so that only what was measured
/// side by side is compared: ratios are those of one round, and the order is another one each time.</summary>
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
        return new([.. Enumerable.Range(0, rounds).Select(round => TimesOf(works, isReversed: round % 2 == 1))]);
    }

    /// <summary>The median time of a work.</summary>
    public double Of(int work) => Meter.Median(_rounds.Select(times => times[work]));

    /// <summary>The median of how many times as long as another a work has taken.</summary>
    public double Ratio(int work, int other) => Meter.Median(_rounds.Select(times => times[work] / times[other]));

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
}
