namespace PlanDsl.Analyzers.Tests;

public sealed class IneffectiveOptionTests
{
    [Fact]
    public Task Reports_a_step_that_follows_failures_of_nobody() => Verify.ReportsAsync(
        """
        [Plan]
        public partial class Report
        {
            [Step(RunWhen = {|PLAN0309:RunWhen.Failure|})] void Alert() { }
        }
        """,
        "run_when of step 'alert' has no effect, because the step waits for no other whose failure it could follow, so it never runs; name one in depends_on, or bind its outcome");

    [Fact]
    public Task Accepts_steps_that_follow_others() => Verify.AcceptsAsync(
        """
        [Plan]
        public partial class Report
        {
            [Step] int Count() => 1;
            [Step(RunWhen = RunWhen.Failure)] void Alert(int? count) { }
            [Step(RunWhen = RunWhen.Failure, DependsOn = [nameof(Count)])] void Log() { }
            [Step(RunWhen = RunWhen.Always)] void Note() { }
            [Step(RunWhen = RunWhen.Success)] void Go() { }
        }
        """);
}
