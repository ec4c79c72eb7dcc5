namespace PlanDsl.Analyzers.Tests;

public sealed class OptionalIntoNonNullableTests
{
    [Fact]
    public Task Reports_a_tolerated_result_at_the_type_that_excludes_null() => Verify.ReportsAsync(
        """
        [Plan]
        public partial class Report
        {
            [Step(OnFailure = FailurePolicy.Continue)] string Predict() => "";
            [Step] void Build({|PLAN0204:string|} predict) { }
        }
        """,
        "Parameter 'predict' of step 'build' takes 'string', but 'predict' may be absent, because the plan goes on when step 'predict' fails; make it 'string?'");

    [Fact]
    public Task Reports_a_nullable_result() => Verify.ReportsAsync(
        """
        [Plan]
        public partial class Report
        {
            [Step] int? Count() => null;
            [Step] string? Name() => null;
            [Step] void Build({|PLAN0204:int|} count, {|PLAN0204:string|} name) { }
        }
        """,
        "Parameter 'count' of step 'build' takes 'int', but 'count' may be absent, because step 'count' returns 'int?'; make it 'int?'",
        "Parameter 'name' of step 'build' takes 'string', but 'name' may be absent, because step 'name' returns 'string?'; make it 'string?'");

    [Fact]
    public Task Accepts_nullable_and_oblivious_parameters() => Verify.AcceptsAsync(
        """
        [Plan]
        public partial class Report
        {
            [Step(OnFailure = FailurePolicy.Continue)] string Predict() => "";
            [Step(Critical = false)] int Count() => 1;
            [Step] void Build(string? predict, int? count) { }
        #nullable disable
            [Step] void Send(string predict) { }
        }
        """);
}
