namespace PlanDsl.Analyzers.Tests;

public sealed class CycleTests
{
    [Fact]
    public Task Reports_a_cycle_of_three_steps_once_at_its_last_consumer() => Verify.ReportsAsync(
        """
        [Plan]
        public partial class Report
        {
            [Step] int Fetch(int {|related:send|}) => send;
            [Step] int Build(int {|related:fetch|}) => fetch;
            [Step] int Send(int {|PLAN0101:build|}) => build;
        }
        """,
        "Steps wait for each other in a circle: fetch → build → send → fetch; remove one of these edges");

    [Fact]
    public Task Reports_a_cycle_that_a_dependency_closes_at_the_dependency() => Verify.ReportsAsync(
        """
        [Plan]
        public partial class Report
        {
            [Step] void Fetch(int {|related:build|}) { }
            [Step(DependsOn = [{|PLAN0101:nameof(Fetch)|}])] int Build() => 1;
        }
        """,
        "Steps wait for each other in a circle: fetch → build → fetch; remove one of these edges");

    [Fact]
    public Task Reports_two_separate_cycles() => Verify.Test.RunAsync(
        """
        [Plan]
        public partial class Report
        {
            [Step] int A(int b) => b;
            [Step] int B(int {|PLAN0101:a|}) => a;
            [Step] int C(int d) => d;
            [Step] int D(int {|PLAN0101:c|}) => c;
        }
        """);

    [Fact]
    public Task Accepts_a_diamond() => Verify.AcceptsAsync(
        """
        [Plan]
        public partial class Report
        {
            [Step] int A() => 1;
            [Step] int B(int a) => a;
            [Step] int C(int a) => a;
            [Step] int D(int b, int c) => b + c;
        }
        """);
}
