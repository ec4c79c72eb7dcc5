namespace PlanDsl.Analyzers.Tests;

public sealed class IgnoresCancellationTests
{
    [Fact]
    public Task Reports_a_task_that_cannot_be_cancelled() => Verify.ReportsAsync(
        """
        [Plan]
        public partial class Report
        {
            [Step] Task {|PLAN0007:Build|}() => Task.Delay(1);
        }
        """,
        "Step 'build' is asynchronous but takes no CancellationToken, so cancelling the run has to wait for it; add one and pass it on");

    [Fact]
    public Task Accepts_a_synchronous_step_and_one_that_takes_a_token() => Verify.AcceptsAsync(
        """
        [Plan]
        public partial class Report
        {
            [Step] void Build() { }
            [Step] Task Send(CancellationToken cancellationToken) => Task.Delay(1, cancellationToken);
        }
        """);
}
