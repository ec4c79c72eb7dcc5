namespace PlanDsl.Analyzers.Tests;

public sealed class DuplicateStepIdTests
{
    [Fact]
    public Task Reports_the_later_of_two_methods_that_give_one_id() => Verify.ReportsAsync(
        """
        [Plan]
        public partial class Report
        {
            [Step] void {|related:Fetch|}() { }
            [Step] Task {|PLAN0003:FetchAsync|}(CancellationToken ct) => Task.Delay(1, ct);
        }
        """,
        "Step id 'fetch' is already taken by method 'Fetch' (ids leave out 'Async'); rename one of the two");

    [Fact]
    public Task Accepts_an_overload_that_is_no_step() => Verify.AcceptsAsync(
        """
        [Plan]
        public partial class Report
        {
            [Step] void Fetch() => Fetch(1);
            void Fetch(int count) { }
        }
        """);
}
