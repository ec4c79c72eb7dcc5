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
/// <param name="rounds">How many rounds. Builds of one size differ by a quarter from each other: three of them say little.</param>
internal sealed class ColdGeneratorRow(int plans, int rounds) : IRow
{
    private const double Target = 0.15;

    public string Name => string.Create(CultureInfo.InvariantCulture, $"generator, cold, {plans:N0} plans × 20 steps");

    public bool IsLong { get; init; }

    public Task<IReadOnlyList<Line>> MeasureAsync()
    {
        // What has to be compiled by the JIT is compiled by a project of few plans as well as by one of many.
        Turns.Of(1, WorksOf(plans: 50));
        var builds = Turns.OfWarm(rounds, WorksOf(plans));
        var added = builds.Ratio(0, 1) - 1;
        return Task.FromResult<IReadOnlyList<Line>>([new(Name, "the same files, none generated", $"+{Percent(added)}", $"≤ +{Percent(Target)}", added <= Target, $"{Figures.Time(builds.Of(0))} : {Figures.Time(builds.Of(1))}; of pairs +{Percent(builds.RatioOfPairs(0, 1) - 1)}; {Figures.Rounds(rounds)}")]);
    }

    private static Func<double>[] WorksOf(int plans)
    {
        var sources = Corpus.SourcesOf(plans);
        var all = sources.AddRange(GeneratedFrom(sources));
        return [() => Build(sources, Generate), () => Build(all, static compilation => compilation)];
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
        // What the build before left behind is not this one's to clear away.
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
