namespace PlanDsl.Analyzers.Tests;

public sealed class InputDeclaredTwiceTests
{
    [Fact]
    public Task Reports_the_later_type() => Verify.ReportsAsync(
        """
        [Plan]
        public partial class Report
        {
            [Step] void Fetch([Input] {|related:DateOnly|} day) { }
            [Step] void Build([Input] {|PLAN0211:DateTime|} day) { }
        }
        """,
        "Input 'day' is 'DateTime' here, but 'DateOnly' in step 'fetch'; give it one type");

    [Fact]
    public Task Reports_types_that_differ_in_nullability() => Verify.ReportsAsync(
        """
        [Plan]
        public partial class Report
        {
            [Step] void Fetch([Input] string name) { }
            [Step] void Build([Input] {|PLAN0211:string?|} name) { }
        }
        """,
        "Input 'name' is 'string?' here, but 'string' in step 'fetch'; give it one type");

    [Fact]
    public Task Accepts_one_input_in_many_steps() => Verify.AcceptsAsync(
        """
        [Plan]
        public partial class Report
        {
            [Step] void Fetch([Input] List<string> names) { }
            [Step] void Build([Input] List<string> names) { }
        }
        """);
}
