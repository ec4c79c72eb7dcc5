namespace PlanDsl.Analyzers.Tests;

public sealed class InvalidLoopTests
{
    [Theory]
    [InlineData("RepeatUntil = {|PLAN0310:nameof(IsEnough)|}", "is missing, and a loop has to end; say how often the step may run at most")]
    [InlineData("RepeatUntil = nameof(IsEnough), MaxIterations = {|PLAN0310:0|}", "is 0, so it would never run; write 1 or more")]
    public Task Reports_a_loop_without_a_bound(string options, string fault) => Verify.ReportsAsync(
        $$"""
        [Plan]
        public partial class Report
        {
            [Step({{options}})] static int Improve() => 1;
            static bool IsEnough(int improve) => improve > 0;
        }
        """,
        $"MaxIterations of step 'improve' {fault}");

    [Fact]
    public Task What_nothing_repeats_is_one_error() => Verify.ReportsAsync(
        """
        [Plan]
        public partial class Report
        {
            [Step] static int Improve([Previous] int {|PLAN0309:last|}) => last;
            [Step] static int Name([Previous] string {|PLAN0309:last|}) => 1;
        }
        """,
        "[Previous] of step 'improve' has no effect, because the step is not repeated; add RepeatUntil, or remove it",
        "[Previous] of step 'name' has no effect, because the step is not repeated; add RepeatUntil, or remove it");

    [Fact]
    public Task Reports_what_only_loops_have_elsewhere() => Verify.ReportsAsync(
        """
        [Plan]
        public partial class Report
        {
            [Step(MaxIterations = {|PLAN0309:3|}, OnExhausted = {|PLAN0309:OnExhausted.UseLast|})] static int Improve([Previous] int? {|PLAN0309:last|}) => 1;
            [Step(RepeatUntil = nameof(IsEnough), MaxIterations = 3, OnExhausted = {|PLAN0306:(OnExhausted)7|})] static void Try([Previous] int? {|PLAN0309:last|}) { }
            static bool IsEnough() => true;
        }
        """,
        "MaxIterations of step 'improve' has no effect, because nothing says until when to repeat it; add RepeatUntil, or remove it",
        "OnExhausted of step 'improve' has no effect, because nothing says until when to repeat it; add RepeatUntil, or remove it",
        "[Previous] of step 'improve' has no effect, because the step is not repeated; add RepeatUntil, or remove it",
        "'7' is no end of a loop; use Fail or UseLast",
        "[Previous] of step 'try' has no effect, because the step returns nothing; let it return a value, or remove it");

    [Fact]
    public Task Reports_a_previous_result_that_is_not_taken_as_it_is() => Verify.ReportsAsync(
        """
        [Plan]
        public partial class Report
        {
            [Step(RepeatUntil = nameof(IsEnough), MaxIterations = 3)] static int Improve([Previous] {|PLAN0204:int|} last) => last + 1;
            [Step(RepeatUntil = nameof(IsEnough), MaxIterations = 3)] static string Name([Previous] {|PLAN0202:int?|} last) => "";
            static bool IsEnough() => true;
        }
        """,
        "Parameter 'last' of step 'improve' takes 'int', but 'improve' may be absent, because there is none before the first iteration; make it 'int?'",
        "Parameter 'last' of step 'name' takes 'int?', but 'name' is produced as 'string' by step 'name'; change one of the two types");

    [Fact]
    public Task Accepts_loops_that_end() => Verify.AcceptsAsync(
        """
        [Plan]
        public partial class Report
        {
            [Step] static int Begin() => 1;
            [Step(RepeatUntil = nameof(IsEnough), MaxIterations = 3, OnExhausted = OnExhausted.UseLast, Retries = 1)]
            static int Improve(int begin, [Previous] int? last) => (last ?? begin) + 1;
            static bool IsEnough(int improve, [Input] int limit) => improve > limit;
            [Step(RepeatUntil = nameof(IsDone), MaxIterations = 1)] static string Name([Previous] string? last, int improve) => "";
            static bool IsDone(string name) => name.Length > 0;
        }
        """);
}
