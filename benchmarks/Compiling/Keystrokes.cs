using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace PlanDsl.Benchmarks;

/// <summary>Keystrokes in a file that no plan uses. Each is an edit of its own: what the compiler knows of one compilation it does not
/// ask again.</summary>
/// <param name="compilation">The project.</param>
internal sealed class Keystrokes(CSharpCompilation compilation)
{
    private int _edits;

    /// <summary>A driver that has run before the first of them.</summary>
    public GeneratorDriver DriverOf(IEnumerable<IIncrementalGenerator> generators, bool isTracked = false) =>
        Corpus.DriverOf(generators, isTracked).RunGenerators(compilation);

    /// <summary>How long a driver takes for the next, in nanoseconds.</summary>
    public double RunAgain(ref GeneratorDriver driver)
    {
        var edited = Next();
        GC.Collect();
        var start = TimeProvider.System.GetTimestamp();
        driver = driver.RunGenerators(edited);
        return TimeProvider.System.GetElapsedTime(start).TotalNanoseconds;
    }

    private CSharpCompilation Next()
    {
        var index = CorpusSource.Common.Count() - 1;
        var text = string.Create(CultureInfo.InvariantCulture, $"{CorpusSource.Common.Last()}\n// {_edits++}");
        return compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[index], Corpus.Parse(Corpus.TextOf(text), index));
    }
}
