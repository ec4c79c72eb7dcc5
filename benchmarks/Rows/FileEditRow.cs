using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;

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
        var driver = Corpus.DriverOf(Corpus.Generators, isTracked: true).AddAdditionalTexts(files).RunGenerators(compilation);
        Require(driver.GetRunResult());

        var times = new List<double>();
        var reEmitted = 0;
        for (var round = -1; round < Rounds; round++)
        {
            var edited = CorpusFile.Of(Edited, edit: ++_edits);
            driver = driver.ReplaceAdditionalText(files[Edited], edited);
            files = files.SetItem(Edited, edited);
            var start = TimeProvider.System.GetTimestamp();
            driver = driver.RunGenerators(compilation);
            if (round >= 0)
                times.Add(TimeProvider.System.GetElapsedTime(start).TotalNanoseconds);
            reEmitted = Math.Max(reEmitted, ReEmitted(driver.GetRunResult()));
        }

        var time = Meter.Median(times);
        return Task.FromResult<IReadOnlyList<Line>>(
        [
            new(Name, "—", Figures.Time(time), "≤ 20 ms", time <= Target, Figures.Rounds(Rounds)),
            new(Name, "—", string.Create(CultureInfo.InvariantCulture, $"{reEmitted} emitted again"), "1", reEmitted == 1),
        ]);
    }

    private void Require(GeneratorDriverRunResult run)
    {
        if (run.GeneratedTrees.Count(static tree => tree.FilePath.Contains("Ship", StringComparison.Ordinal)) < plans)
            throw new InvalidOperationException($"Of {plans} plan files {run.GeneratedTrees.Length} were compiled. {run.Diagnostics.FirstOrDefault()}");
    }

    private static int ReEmitted(GeneratorDriverRunResult run) => run.Results
        .SelectMany(static result => result.TrackedOutputSteps)
        .SelectMany(static step => step.Value)
        .SelectMany(static step => step.Outputs)
        .Count(static output => output.Reason is not IncrementalStepRunReason.Cached);
}
