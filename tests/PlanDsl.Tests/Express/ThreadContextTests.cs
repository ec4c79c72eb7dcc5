namespace PlanDsl.Tests;

public sealed class ThreadContextTests
{
    // Where this fails after an update of the runtime, nothing is wrong but that steps of strands have become slower.
    [Fact]
    public void The_context_of_a_thread_can_be_read_directly() => Assert.True(ThreadContext.IsReadable);

    [Fact]
    public void The_mark_is_the_same_as_long_as_the_context_is()
    {
        var before = ThreadContext.MarkOf(Thread.CurrentThread);
        var context = ExecutionContext.Capture()!;

        new AsyncLocal<int>().Value = 1;
        var changed = ThreadContext.MarkOf(Thread.CurrentThread);
        ExecutionContext.Restore(context);

        Assert.NotSame(before, changed);
        Assert.Same(before, ThreadContext.MarkOf(Thread.CurrentThread));
    }

    [Fact]
    public void A_context_whose_flow_is_suppressed_is_another_one()
    {
        var before = ThreadContext.MarkOf(Thread.CurrentThread);
        using (ExecutionContext.SuppressFlow())
            Assert.NotSame(before, ThreadContext.MarkOf(Thread.CurrentThread));
    }
}
