namespace PlanDsl.Analyzers.Tests;

public sealed class TimeoutExceedsPlanTests
{
    [Fact]
    public Task Reports_steps_that_may_outlast_their_plan() => Verify.ReportsAsync(
        """
        [Plan(Timeout = "1m")]
        public partial class Report
        {
            [Step(Timeout = {|PLAN0303:"61s"|})] void A() { }
            [Step(Timeout = "30s", TotalTimeout = {|PLAN0303:"00:02:00"|})] void B() { }
        }
        """,
        "Timeout of step 'a' is '61s', but the whole plan may take only '1m'; write no more than that, or give the plan more time",
        "TotalTimeout of step 'b' is '00:02:00', but the whole plan may take only '1m'; write no more than that, or give the plan more time");

    [Fact]
    public Task Reports_a_default_that_does_so_at_the_plan() => Verify.ReportsAsync(
        """
        [Plan(Timeout = "1m", DefaultTimeout = {|PLAN0303:"1h"|})]
        public partial class Report
        {
            [Step] void A() { }
            [Step(Timeout = "1s")] void B() { }
        }
        """,
        "DefaultTimeout of plan 'Report' is '1h', but the whole plan may take only '1m'; write no more than that, or give the plan more time");

    [Fact]
    public Task Reports_a_wait_beyond_the_plan_and_a_member_beyond_its_group() => Verify.ReportsAsync(
        """
        [Plan(Timeout = "1h")]
        [ParallelGroup("mirrors", Timeout = "1m")]
        public partial class Report
        {
            [Signal("approve", Timeout = {|PLAN0303:"2d"|})] private partial Task Approve();
            [Step(Group = "mirrors", Timeout = {|PLAN0303:"2m"|})] int Near() => 1;
        }
        """,
        "Timeout of step 'approve' is '2d', but the whole plan may take only '1h'; write no more than that, or give the plan more time",
        "Timeout of step 'near' is '2m', but the whole group may take only '1m'; write no more than that, or give the group more time");

    [Fact]
    public Task Accepts_any_time_for_what_runs_after_failures() => Verify.AcceptsAsync(
        """
        [Plan(Timeout = "1m")]
        public partial class Report
        {
            [Step] void Open() { }
            [Step(RunWhen = RunWhen.Always, DependsOn = [nameof(Open)], Timeout = "5m")] void Close() { }
        }
        """);

    [Fact]
    public Task Accepts_steps_that_may_take_as_long_as_their_plan() => Verify.AcceptsAsync(
        """
        [Plan(Timeout = "1m", DefaultTimeout = "00:00:59")]
        public partial class Report
        {
            [Step(Timeout = "60s", TotalTimeout = "1m")] void A() { }
        }
        """);
}
