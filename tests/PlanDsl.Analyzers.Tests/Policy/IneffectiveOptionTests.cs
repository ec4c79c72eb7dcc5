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
        "RunWhen of step 'alert' has no effect, because it waits for no other whose failure it could follow, so it never runs; name one in DependsOn, or bind its outcome");

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
    [InlineData("OnFailure = {|PLAN0309:FailurePolicy.Continue|}", "OnFailure")]
    [InlineData("Critical = {|PLAN0309:false|}", "Critical")]
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
        "Threshold of group 'mirrors' has no effect, because its strategy is Any; write Strategy = ParallelStrategy.Threshold, or remove it");

    [Fact]
    public Task Reports_a_bound_on_a_step_that_runs_once() => Verify.ReportsAsync(
        "[Plan] public partial class Download { [Step(MaxParallel = {|PLAN0309:4|})] void Near() { } }",
        "MaxParallel of step 'near' has no effect, because the step runs once; it bounds the elements of a step that has [Each]");

    [Fact]
    public Task Reports_a_loop_that_cannot_repeat() => Verify.ReportsAsync(
        """
        [Plan]
        public partial class Report
        {
            [Step(RepeatUntil = {|PLAN0309:nameof(IsGood)|}, MaxIterations = 1, OnExhausted = OnExhausted.UseLast)] int Improve() => 1;
            bool IsGood(int improve) => improve > 1;
        }
        """,
        "RepeatUntil of step 'improve' has no effect, because the step runs once, and what it returns is used whatever this says; allow more iterations, or remove it");

    [Fact]
    public Task Reports_what_follows_the_failure_of_a_wait_without_end() => Verify.ReportsAsync(
        """
        [Plan]
        public partial class Report
        {
            [Signal("approve"), Step(Retries = {|PLAN0309:2|}, Fallback = {|PLAN0309:nameof(Refuse)|})] private partial Task<bool> Approve();
            bool Refuse() => false;
        }
        """,
        "Retries of step 'approve' has no effect, because nothing but its signal ends the wait, so that it cannot fail; give it a Timeout, or remove this",
        "Fallback of step 'approve' has no effect, because nothing but its signal ends the wait, so that it cannot fail; give it a Timeout, or remove this");

    [Fact]
    public Task Reports_the_key_of_a_group_that_has_no_result() => Verify.ReportsAsync(
        """
        [Plan]
        [ParallelGroup("mirrors", ResultKey = {|PLAN0309:"all"|})]
        public partial class Download
        {
            [Step(Group = "mirrors")] int Near() => 1;
            [Step(Group = "mirrors")] string Far() => "";
        }
        """,
        "ResultKey of group 'mirrors' has no effect, because its members do not all return one type, so that it has no result; let them, or remove it");

    [Fact]
    public Task Reports_marks_that_nobody_reads() => Verify.ReportsAsync(
        """
        [Plan]
        public partial class Report([FromServices] IDisposable {|PLAN0309:store|})
        {
            [Step] int Build([Input] int day)
            {
                store.Dispose();
                return Add(day) + Next(1);
                int Next([From("x")] int {|PLAN0309:number|}) => number;
            }

            int Add([Input] int {|PLAN0309:number|}) => number;
        }
        """,
        "[FromServices] of parameter 'store' has no effect, because only steps bind their parameters; remove it, a container fills constructors by itself",
        "[From] of parameter 'number' has no effect, because only steps bind their parameters; remove it",
        "[Input] of parameter 'number' has no effect, because 'Add' is no step and no option of one names it; mark it [Step], or remove this");

    [Fact]
    public Task Accepts_marks_on_methods_that_options_name() => Verify.AcceptsAsync(
        """
        [Plan]
        [ParallelGroup("mirrors", When = nameof(IsDue))]
        public partial class Report
        {
            [Step(Group = "mirrors", Fallback = nameof(Instead))] int Near([Input] int day) => day;
            [Step(Group = "mirrors")] int Far([Input] int day) => Local(day);
            int Instead([Input] int day) => day;
            static bool IsDue([Input] int day) => day > 1;
            int Local(int day)
            {
                return Twice(day);
                static int Twice(int number) => 2 * number;
            }
        }
        """);

    [Fact]
    public Task Accepts_waits_that_can_end_otherwise() => Verify.AcceptsAsync(
        """
        [Plan]
        public partial class Report
        {
            [Signal("approve", Timeout = "2d"), Step(Retries = 2, Fallback = nameof(Refuse))] private partial Task<bool> Approve();
            [Signal("send"), Step(Timeout = "2d", OnFailure = FailurePolicy.Continue, Compensate = nameof(Undo))] private partial Task Send();
            bool Refuse() => false;
            void Undo() { }
        }
        """);

    [Fact]
    public Task Accepts_what_a_member_and_its_group_may_have() => Verify.AcceptsAsync(
        """
        [Plan]
        [ParallelGroup("mirrors", Strategy = ParallelStrategy.Any, MaxParallel = 2, OnFailure = FailurePolicy.Continue, Critical = false, Timeout = "1m")]
        public partial class Download
        {
            [Step(Group = "mirrors", Retries = 2, Timeout = "10s", TotalTimeout = "30s", When = nameof(IsNear))] void Near() { }
            [Step(Group = "mirrors")] void Far() { }
            bool IsNear() => true;
        }
        """);
}
