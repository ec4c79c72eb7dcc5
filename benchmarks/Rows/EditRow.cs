using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace PlanDsl.Benchmarks;

/// <summary>A keystroke in a file that no plan uses, in a project of many plans.</summary>
internal sealed class EditRow(int plans) : IRow
{
    private const int Rounds = 9;
    private const double Target = 1.3;
    private int _edits;

    public string Name => string.Create(CultureInfo.InvariantCulture, $"generator, unrelated edit, {plans:N0} plans × 20 steps");

    public Task<IReadOnlyList<Line>> MeasureAsync()
    {
        var compilation = Corpus.Parse(Corpus.SourcesOf(plans));
        var reEmitted = ReEmitted(compilation);
        var ours = Corpus.DriverOf(Corpus.Generators).RunGenerators(compilation);
        var reference = Corpus.DriverOf([new ReferenceGenerator()]).RunGenerators(compilation);
        var (ofOurs, ofReference) = (new List<double>(), new List<double>());
        for (var round = -1; round < Rounds; round++)
        {
            var (our, other) = (RunAgain(ref ours, Edited(compilation)), RunAgain(ref reference, Edited(compilation)));
            if (round < 0)
                continue;
            ofOurs.Add(our);
            ofReference.Add(other);
        }

        var ratio = Meter.Median(ofOurs) / Meter.Median(ofReference);
        return Task.FromResult<IReadOnlyList<Line>>(
        [
            new(Name, "a generator that only looks", Figures.Ratio(ratio), "≤ 1.3×", ratio <= Target, $"{Figures.Time(Meter.Median(ofOurs))} : {Figures.Time(Meter.Median(ofReference))}; {Figures.Rounds(Rounds)}"),
            new(Name, "—", string.Create(CultureInfo.InvariantCulture, $"{reEmitted} files emitted again"), "none", reEmitted == 0),
        ]);
    }

    // Every round is an edit of its own: what the compiler knows of one compilation it does not ask again.
    private CSharpCompilation Edited(CSharpCompilation compilation)
    {
        var index = CorpusSource.Common.Count() - 1;
        var text = string.Create(CultureInfo.InvariantCulture, $"{CorpusSource.Common.Last()}\n// {_edits++}");
        return compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[index], Corpus.Parse(Corpus.TextOf(text), index));
    }

    private int ReEmitted(CSharpCompilation compilation)
    {
        var driver = Corpus.DriverOf(Corpus.Generators, isTracked: true).RunGenerators(compilation).RunGenerators(Edited(compilation));
        return driver.GetRunResult().Results
            .SelectMany(static result => result.TrackedOutputSteps)
            .SelectMany(static step => step.Value)
            .SelectMany(static run => run.Outputs)
            .Count(static output => output.Reason is not IncrementalStepRunReason.Cached);
    }

    private static double RunAgain(ref GeneratorDriver driver, CSharpCompilation compilation)
    {
        GC.Collect();
        var start = TimeProvider.System.GetTimestamp();
        driver = driver.RunGenerators(compilation);
        return TimeProvider.System.GetElapsedTime(start).TotalNanoseconds;
    }
}
