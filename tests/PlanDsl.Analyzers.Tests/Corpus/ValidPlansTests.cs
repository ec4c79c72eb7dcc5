using Microsoft.CodeAnalysis;
using PlanDsl.Testing.Internal;

namespace PlanDsl.Analyzers.Tests;

/// <summary>Valid plans of every shape, each in a file under <c>Plans</c>: none of them may get a warning or an error.</summary>
public sealed class ValidPlansTests
{
    private static readonly AnalyzerTest Test = Verify.Test with { MinimumSeverity = DiagnosticSeverity.Warning };

    public static TheoryData<string> Files => [.. Corpus.Names];

    [Theory]
    [MemberData(nameof(Files))]
    public Task Has_no_findings(string name) => Test.RunAsync(Corpus.Read(name));

    [Fact]
    public Task Have_no_findings_side_by_side() => Test.RunAsync([.. Corpus.Names.Select(Corpus.Read)]);
}
