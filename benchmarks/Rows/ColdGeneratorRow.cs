using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace PlanDsl.Benchmarks;

/// <summary>A build of many plans, from their texts to the assembly, against one in which what is generated has been written by hand, so that it need
/// not be made; and, between the two, one in which a generator gives the compiler these files, which it has at hand.</summary>
/// <remarks>What all have to do, to compile some forty times as much as was written, takes a second for each fifty plans.</remarks>
/// <param name="plans">How many plans there are.</param>
/// <param name="rounds">How many rounds. Builds of one size differ by a quarter from each other: three of them say little.</param>
internal sealed class ColdGeneratorRow(int plans, int rounds) : IRow
{
    private const double Target = 0.15;
    private const int PlansOfWarmUp = 50;

    public string Name => string.Create(CultureInfo.InvariantCulture, $"generator, cold, {plans:N0} plans × 20 steps");

    public bool IsLong { get; init; }

    /// <summary>Whether something is asked of it; not of sizes that are measured to see how the rest of them comes about.</summary>
    public bool HasTarget { get; init; } = true;

    public Sides Sides => new(() => Run(BuildsOf(plans)[0]), () => Run(BuildsOf(plans)[1]));

    public Task<IReadOnlyList<Line>> MeasureAsync()
    {
        // What has to be compiled by the JIT is compiled by a project of few plans as well as by one of many.
        Array.ForEach(BuildsOf(PlansOfWarmUp), static build => build.Run());
        var builds = BuildsOf(plans);
        var turns = Turns.OfWarm(rounds, Array.ConvertAll(builds, static build => (Func<double>)build.Run));
        var added = turns.Ratio(0, 1) - 1;
        return Task.FromResult<IReadOnlyList<Line>>(
        [
            new(Name, "the same files, none generated", Percent(added), HasTarget ? $"≤ {Percent(Target)}" : "—", HasTarget ? added <= Target : null, turns.FiguresOf(0, 1)),
            new($"{Name}: files that a generator has at hand", "the same files, none generated", Percent(turns.Ratio(2, 1) - 1), "—", IsMet: null, turns.FiguresOf(2, 1)),
            new($"{Name}: parts", "—", Figures.Time(turns.Of(0)), "—", IsMet: null, builds[0].Parts),
            new($"{Name}: parts, none generated", "—", Figures.Time(turns.Of(1)), "—", IsMet: null, builds[1].Parts),
            new($"{Name}: parts, files at hand", "—", Figures.Time(turns.Of(2)), "—", IsMet: null, builds[2].Parts),
        ]);
    }

    private static ColdBuild[] BuildsOf(int plans)
    {
        var sources = Corpus.SourcesOf(plans);
        var generated = GeneratedFrom(sources);
        return [new(sources, static () => [.. Corpus.Generators]), new(sources.AddRange(generated)), new(sources, () => [new FinishedGenerator(generated)])];
    }

    private static ImmutableArray<SourceText> GeneratedFrom(ImmutableArray<SourceText> sources)
    {
        Corpus.DriverOf(Corpus.Generators).RunGeneratorsAndUpdateCompilation(Corpus.Parse(sources), out var output, out _);
        return [.. output.SyntaxTrees.Skip(sources.Length).Select(static tree => Corpus.TextOf(tree.ToString()))];
    }

    private static Func<Task> Run(ColdBuild build) => () =>
    {
        build.Run();
        return Task.CompletedTask;
    };

    private static string Percent(double share) => (100 * share).ToString("+0.0;-0.0", CultureInfo.InvariantCulture) + " %";
}
