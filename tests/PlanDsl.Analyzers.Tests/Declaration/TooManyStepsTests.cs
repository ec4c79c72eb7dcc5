namespace PlanDsl.Analyzers.Tests;

public sealed class TooManyStepsTests
{
    [Fact]
    public Task Reports_more_steps_than_the_plan_allows_itself() => Verify.ReportsAsync(
        """
        [Plan(MaxSteps = {|PLAN0008:2|})]
        public partial class Report
        {
            [Step] int A() => 1;
            [Step] int B(int a) => a;
            [Step] int C(int b) => b;
        }
        """,
        "Plan 'Report' has 3 steps, but its MaxSteps is 2; allow as many, or move some of them to a plan that a step runs");

    [Fact]
    public Task Reports_bounds_that_allow_nothing() => Verify.ReportsAsync(
        """
        [Plan(MaxSteps = {|PLAN0008:0|}, MaxDepth = {|PLAN0008:-1|})]
        public partial class Report
        {
            [Step] int A() => 1;
        }
        """,
        "Plan 'Report' has MaxSteps 0, so that it could have no step; write 1 or more, or leave it out for no bound",
        "Plan 'Report' has MaxDepth -1, so that it could not run itself; write 1 or more, or leave it out for 3");

    [Fact]
    public Task Reports_plans_that_are_nested_deeper_than_the_outermost_allows() => Verify.ReportsAsync(
        """
        [Plan] public partial class P1 { [Step(Plan = {|PLAN0008:typeof(P2)|})] private partial Task<P2.Results> Go(); }
        [Plan] public partial class P2 { [Step(Plan = typeof(P3))] private partial Task<P3.Results> Go(); }
        [Plan] public partial class P3 { [Step(Plan = typeof(P4))] private partial Task<P4.Results> Go(); }
        [Plan] public partial class P4 { [Step] int Number() => 1; }

        [Plan(MaxDepth = 1)] public partial class Flat { [Step(Plan = {|PLAN0008:typeof(P4)|})] private partial Task<P4.Results> Go(); }
        """,
        "Plan 'P1' runs plans 4 deep by step 'go', but its MaxDepth is 3; allow as many, or nest fewer",
        "Plan 'Flat' runs plans 2 deep by step 'go', but its MaxDepth is 1; allow as many, or nest fewer");

    [Fact]
    public Task Accepts_as_many_steps_and_levels_as_are_allowed() => Verify.AcceptsAsync(
        """
        [Plan(MaxSteps = 2, MaxDepth = 4)]
        public partial class P1
        {
            [Step(Plan = typeof(P2))] private partial Task<P2.Results> Go();
            [Step] int Last(P2.Results go) => go.Go.Go.Number;
        }

        [Plan] public partial class P2 { [Step(Plan = typeof(P3))] private partial Task<P3.Results> Go(); }
        [Plan(MaxDepth = 2)] public partial class P3 { [Step(Plan = typeof(P4))] private partial Task<P4.Results> Go(); }
        [Plan(MaxDepth = 1)] public partial class P4 { [Step] int Number() => 1; }
        """);
}
