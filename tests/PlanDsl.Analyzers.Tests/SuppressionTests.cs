using PlanDsl.Model;

namespace PlanDsl.Analyzers.Tests;

public sealed class SuppressionTests
{
    private const string Cycle =
        """
        [Plan]
        public partial class Report
        {
            [Step] int A(int b) => b;
            [Step] int B(int {|PLAN0101:a|}) => a;
        }
        """;

    [Fact]
    public Task NoWarn_does_not_silence_an_error() => (Verify.Test with { NoWarn = [RuleIds.Cycle] }).RunAsync(Cycle);

    [Fact]
    public Task A_pragma_does_not_silence_an_error() => Verify.Test.RunAsync("#pragma warning disable\n" + Cycle);

    [Fact]
    public Task NoWarn_silences_what_is_merely_worth_knowing() => (Verify.Test with { NoWarn = [RuleIds.IgnoresCancellation] }).RunAsync(
        """
        [Plan]
        public partial class Report
        {
            [Step] Task Build() => Task.Delay(1);
        }
        """);
}
