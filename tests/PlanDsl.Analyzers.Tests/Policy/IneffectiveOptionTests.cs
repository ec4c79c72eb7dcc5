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
        "run_when of step 'alert' has no effect, because it waits for no other whose failure it could follow, so it never runs; name one in depends_on, or bind its outcome");

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

    [Theory]
    [InlineData("OnFailure = {|PLAN0309:FailurePolicy.Continue|}", "on_failure")]
    [InlineData("Critical = {|PLAN0309:false|}", "critical")]
    public Task Reports_a_failure_policy_of_a_groups_member(string option, string name) => Verify.ReportsAsync(
        $$"""
        [Plan]
        [ParallelGroup("mirrors")]
        public partial class Download
        {
            [Step(Group = "mirrors", {{option}})] void Near() { }
            [Step(Group = "mirrors")] void Far() { }
        }
        """,
        $"{name} of step 'near' has no effect, because group 'mirrors' makes of a member's failure what its strategy says; set it on the group, or remove it");

    [Fact]
    public Task Reports_a_threshold_beside_another_strategy() => Verify.ReportsAsync(
        """
        [Plan]
        [ParallelGroup("mirrors", Strategy = ParallelStrategy.Any, Threshold = {|PLAN0309:1|})]
        public partial class Download
        {
            [Step(Group = "mirrors")] void Near() { }
        }
        """,
        "threshold of group 'mirrors' has no effect, because its strategy is Any; write Strategy = ParallelStrategy.Threshold, or remove it");

    [Fact]
    public Task Reports_a_bound_on_a_step_that_runs_once() => Verify.ReportsAsync(
        "[Plan] public partial class Download { [Step(MaxParallel = {|PLAN0309:4|})] void Near() { } }",
        "max_parallel of step 'near' has no effect, because the step runs once; it bounds the elements of a step that has an [Each] parameter");

    [Fact]
    public Task Accepts_what_a_member_and_its_group_may_have() => Verify.AcceptsAsync(
        """
        [Plan]
        [ParallelGroup("mirrors", Strategy = ParallelStrategy.Any, MaxParallel = 2, OnFailure = FailurePolicy.Continue, Critical = false, Timeout = "1m")]
        public partial class Download
        {
            [Step(Group = "mirrors", Retries = 2, Timeout = "10s", TotalTimeout = "30s")] void Near() { }
            [Step(Group = "mirrors")] void Far() { }
        }
        """);
}
