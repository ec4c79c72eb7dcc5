using Microsoft.CodeAnalysis;
using Xunit;

namespace PlanDsl.Testing.Internal;

/// <summary>What tests demand of a <see cref="GeneratorRun"/>.</summary>
public static class GeneratorRunAssertions
{
    // The tests' own sources are not documented; generated ones have to be.
    private const string MissingDocumentation = "CS1591";

    /// <summary>Asserts that what came out compiles without an error or a warning.</summary>
    public static GeneratorRun AssertCompiles(this GeneratorRun run)
    {
        var problems = run.Problems();
        Assert.True(problems.Count == 0, string.Join('\n', problems.Select(problem => Describe(problem))));
        return run;
    }

    /// <summary>The errors and warnings of the compilation that came out.</summary>
    public static IReadOnlyList<Diagnostic> Problems(this GeneratorRun run) =>
    [
        .. run.Output.GetDiagnostics().Where(problem =>
            problem.Severity >= DiagnosticSeverity.Warning && (problem.Id != MissingDocumentation || IsGenerated(run, problem.Location))),
    ];

    /// <summary>Asserts that no step had to do anything: every one was cached, or came to the same as before.</summary>
    public static GeneratorRun AssertNothingReEmitted(this GeneratorRun run)
    {
        Assert.NotEmpty(run.OutputReasons);
        Assert.All(run.OutputReasons, static reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
        return run;
    }

    private static bool IsGenerated(GeneratorRun run, Location location) =>
        location.SourceTree is { } tree && !run.Input.ContainsSyntaxTree(tree);

    private static string Describe(Diagnostic problem)
    {
        var line = problem.Location.SourceTree?.GetText().Lines[problem.Location.GetLineSpan().StartLinePosition.Line].ToString();
        return $"{problem}\n    {line?.Trim()}";
    }
}
