using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace PlanDsl.Benchmarks;

/// <summary>A build of many plans, from their texts to the assembly, against one in which what is generated has been written
/// by hand, so that it need not be made.</summary>
/// <remarks>What both have to do, to compile some forty times as much as was written, takes a second for each fifty plans. So the table
/// has a part of the thousand, and all of them when asked.</remarks>
/// <param name="plans">How many plans there are.</param>
internal sealed class ColdGeneratorRow(int plans) : IRow
{
    private const int Rounds = 3;
    private const double Target = 0.15;

    public string Name => string.Create(CultureInfo.InvariantCulture, $"generator, cold, {plans:N0} plans × 20 steps");

    public bool IsLong { get; init; }

    public Task<IReadOnlyList<Line>> MeasureAsync()
    {
        var sources = Corpus.SourcesOf(plans);
        var all = sources.AddRange(GeneratedFrom(sources));
        var (with, without) = (new List<double>(), new List<double>());
        Build(sources, Generate);
        Build(all, static compilation => compilation);
        for (var round = 0; round < Rounds; round++)
        {
            with.Add(Build(sources, Generate));
            without.Add(Build(all, static compilation => compilation));
        }

        var added = (Meter.Median(with) / Meter.Median(without)) - 1;
        return Task.FromResult<IReadOnlyList<Line>>([new(Name, "the same files, none generated", $"+{Percent(added)}", $"≤ +{Percent(Target)}", added <= Target, $"{Figures.Time(Meter.Median(with))} : {Figures.Time(Meter.Median(without))}; {Figures.Rounds(Rounds)}")]);
    }

    private static ImmutableArray<SourceText> GeneratedFrom(ImmutableArray<SourceText> sources) =>
        [.. Generate(Corpus.Parse(sources)).SyntaxTrees.Skip(sources.Length).Select(static tree => Corpus.TextOf(tree.ToString()))];

    private static Compilation Generate(CSharpCompilation compilation)
    {
        Corpus.DriverOf(Corpus.Generators).RunGeneratorsAndUpdateCompilation(compilation, out var output, out _);
        return output;
    }

    private static double Build(ImmutableArray<SourceText> sources, Func<CSharpCompilation, Compilation> generate)
    {
        // What the round before left behind is not this one's to clear away.
        GC.Collect();
        using var image = new MemoryStream();
        using var symbols = new MemoryStream();
        var start = TimeProvider.System.GetTimestamp();
        var built = generate(Corpus.Parse(sources)).Emit(image, symbols);
        var time = TimeProvider.System.GetElapsedTime(start).TotalNanoseconds;
        return built.Success ? time : throw new InvalidOperationException($"The plans do not compile: {built.Diagnostics[0]}");
    }

    private static string Percent(double share) => (100 * share).ToString("0.0", CultureInfo.InvariantCulture) + " %";
}
