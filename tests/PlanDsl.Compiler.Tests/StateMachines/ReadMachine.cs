using PlanDsl.Model;
using PlanDsl.Testing.Internal;

namespace PlanDsl.Compiler.Tests;

/// <summary>Reads the machine <c>M</c> of a source in which findings are marked, <c>{|PLAN0401:…|}</c>.</summary>
internal static class ReadMachine
{
    // The enums of the sources: small, and with an alias in each.
    private const string Enums = """
        public enum Light { Red, Amber, Green, Stop = Red }
        public enum Tick { Next, Fault, On = Next }
        """;

    /// <summary>Asserts that what is found stands where it is marked, and returns the messages in their order.</summary>
    public static IReadOnlyList<string> AssertFindings(string marked)
    {
        var source = MarkedText.Parse(marked);
        var compilation = TestCompilation.Create(source.Text, Enums);
        var type = compilation.GetTypeByMetadataName("M")!;
        var spec = StateMachineReader.Read(type, CancellationToken.None);
        var positions = new StateMachinePositions(type, CancellationToken.None);

        var found = spec.Findings.Select(finding => new Mark(finding.Id, positions.Of(finding.Anchor).SourceSpan));
        Assert.Equal(source.ToString(), new MarkedText(source.Text, [.. found]).ToString());
        return [.. spec.Findings.Select(static finding => finding.Message)];
    }

    public static StateMachineSpec From(string source) =>
        StateMachineReader.Read(TestCompilation.Create(source, Enums).GetTypeByMetadataName("M")!, CancellationToken.None);
}
