using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace PlanDsl.Benchmarks;

/// <summary>A keystroke in a plan file, in a project of many: what the generators do until the file's own output has been made again.</summary>
internal sealed class FileEditRow(int plans) : IRow
{
    private const int Rounds = 31;
    private const double Target = 20_000_000;
    private const int Edited = 500;
    private int _edits;

    public string Name => string.Create(CultureInfo.InvariantCulture, $"generator, one plan file edited of {plans:N0}");

    public Task<IReadOnlyList<Line>> MeasureAsync()
    {
        var compilation = Corpus.Parse(Corpus.SourcesOf(plans: 0));
        var files = Enumerable.Range(0, plans).Select(static number => CorpusFile.Of(number)).ToImmutableArray<AdditionalText>();
        var driver = Corpus.DriverOf(Corpus.Generators).AddAdditionalTexts(files).RunGenerators(compilation);
        RequireAll(driver.GetRunResult(), plans);

        var times = new List<double>();
        var reEmitted = ReEmitted(compilation);
        for (var round = -1; round < Rounds; round++)
        {
            var edited = CorpusFile.Of(Edited, edit: ++_edits);
            driver = driver.ReplaceAdditionalText(files[Edited], edited);
            files = files.SetItem(Edited, edited);
            var start = TimeProvider.System.GetTimestamp();
            driver = driver.RunGenerators(compilation);
            if (round >= 0)
                times.Add(TimeProvider.System.GetElapsedTime(start).TotalNanoseconds);
        }

        var time = Meter.Median(times);
        return Task.FromResult<IReadOnlyList<Line>>(
        [
            new(Name, "—", Figures.Time(time), "≤ 20 ms", time <= Target, Figures.Rounds(Rounds)),
            new(Name, "—", string.Create(CultureInfo.InvariantCulture, $"{reEmitted} emitted again"), "1", reEmitted == 1),
        ]);
    }

    // Of a part of the files: to keep track takes the compiler time that grows with their square.
    private static int ReEmitted(CSharpCompilation compilation)
    {
        var files = Enumerable.Range(0, 100).Select(static number => CorpusFile.Of(number)).ToImmutableArray<AdditionalText>();
        var driver = Corpus.DriverOf(Corpus.Generators, isTracked: true).AddAdditionalTexts(files).RunGenerators(compilation);
        var run = driver.ReplaceAdditionalText(files[50], CorpusFile.Of(50, edit: 1)).RunGenerators(compilation).GetRunResult();
        RequireAll(run, files.Length);
        return run.Results
            .SelectMany(static result => result.TrackedOutputSteps)
            .SelectMany(static step => step.Value)
            .SelectMany(static step => step.Outputs)
            .Count(static output => output.Reason is not IncrementalStepRunReason.Cached);
    }

    private static void RequireAll(GeneratorDriverRunResult run, int files)
    {
        if (run.GeneratedTrees.Length < files)
            throw new InvalidOperationException($"Of {files} plan files {run.GeneratedTrees.Length} were compiled. {run.Diagnostics.FirstOrDefault()}");
    }
}
