using System.Collections.Immutable;
using PlanDsl.Testing.Internal;

namespace PlanDsl.Generators.Tests;

public class StateMachineSummaryTests
{
    [Theory]
    [InlineData("build_property.RunAnalyzers")]
    [InlineData("build_property.RunAnalyzersDuringBuild")]
    public void Without_analyzers_an_invalid_machine_is_one_error(string property)
    {
        var options = ImmutableDictionary<string, string>.Empty.Add(property, "false");
        var run = GeneratorRun.Of(TestCompilation.Create(MachineSources.Ambiguous, MachineSources.Door), options, new StateMachineGenerator());

        var summary = Assert.Single(run.Diagnostics);
        Assert.Equal("PLAN0010", summary.Id);
        Assert.StartsWith("State machine 'Ambiguous' is invalid (PLAN0404, PLAN0403) and analyzers", summary.GetMessage(null), StringComparison.Ordinal);
        Assert.Equal(MachineSources.Ambiguous.IndexOf("Ambiguous", StringComparison.Ordinal), summary.Location.SourceSpan.Start);
    }

    [Fact]
    public void With_analyzers_the_generator_says_nothing() =>
        Assert.Empty(GeneratorRun.Of(TestCompilation.Create(MachineSources.Ambiguous), new StateMachineGenerator()).Diagnostics);
}
