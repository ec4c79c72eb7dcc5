using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace PlanDsl.Benchmarks;

/// <summary>A build from the texts to the assembly, and how long its parts take.</summary>
/// <param name="sources">The texts.</param>
/// <param name="generators">What runs in it; none where all is written already.</param>
internal sealed class ColdBuild(ImmutableArray<SourceText> sources, Func<IIncrementalGenerator[]>? generators = null)
{
    private readonly List<double> _parsing = [];
    private readonly List<double> _generating = [];
    private readonly List<double> _ofGenerators = [];
    private readonly List<double> _emitting = [];
    private readonly List<double> _collecting = [];

    /// <summary>The medians of the parts so far: parsing what was written, generating (of which the generators themselves and parsing what they made), and
    /// emitting, which is everything else; and for how long the collector stopped all that.</summary>
    public string Parts
    {
        get
        {
            var generating = generators is null ? "" : $"generators {Median(_generating)} (their own {Median(_ofGenerators)}), ";
            return $"parsing {Median(_parsing)}, {generating}emitting {Median(_emitting)}; collector {Median(_collecting)}";
        }
    }

    /// <summary>Builds it.</summary>
    /// <returns>How long that took, in nanoseconds.</returns>
    public double Run()
    {
        // What the build before left behind is not this one's to clear away.
        GC.Collect();
        using var image = new MemoryStream();
        using var symbols = new MemoryStream();
        var (collected, clock) = (GC.GetTotalPauseDuration(), TimeProvider.System);
        var start = clock.GetTimestamp();
        Compilation compilation = Corpus.Parse(sources);
        var parsed = clock.GetTimestamp();
        var driver = generators is null ? null : Corpus.DriverOf(generators()).RunGeneratorsAndUpdateCompilation(compilation, out compilation, out _);
        var generated = clock.GetTimestamp();
        var built = compilation.Emit(image, symbols);
        var end = clock.GetTimestamp();
        if (!built.Success)
            throw new InvalidOperationException($"The plans do not compile: {built.Diagnostics[0]}");

        _parsing.Add(clock.GetElapsedTime(start, parsed).TotalNanoseconds);
        _generating.Add(clock.GetElapsedTime(parsed, generated).TotalNanoseconds);
        _ofGenerators.Add(driver?.GetTimingInfo().GeneratorTimes.Sum(static generator => generator.ElapsedTime.TotalNanoseconds) ?? 0);
        _emitting.Add(clock.GetElapsedTime(generated, end).TotalNanoseconds);
        _collecting.Add((GC.GetTotalPauseDuration() - collected).TotalNanoseconds);
        return clock.GetElapsedTime(start, end).TotalNanoseconds;
    }

    private static string Median(List<double> times) => Figures.Time(Meter.Median(times));
}
