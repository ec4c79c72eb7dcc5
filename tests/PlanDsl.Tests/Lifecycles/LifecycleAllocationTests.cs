namespace PlanDsl.Tests;

[Collection(nameof(AllocationTests))]
public class LifecycleAllocationTests
{
    [Fact]
    public void Firing_and_asking_for_the_end_allocate_nothing() => AssertNothingAllocated(static () =>
    {
        var state = PlanState.Pending;
        foreach (var trigger in (ReadOnlySpan<byte>)[0, 1, 3, 4, 1, 5])
        {
            PlanLifecycle.TryFire(state, (PlanTrigger)trigger, out state);
            _ = PlanLifecycle.IsTerminal(state);
        }
    });

#if !DEBUG // Where optimisation is off, the runtime makes a handle for each span of constants wider than a byte.
    [Fact]
    public void Asking_what_is_permitted_allocates_nothing() => AssertNothingAllocated(static () =>
    {
        foreach (var state in (ReadOnlySpan<byte>)[0, 1, 2, 3, 4, 5, 6, 7])
            _ = PlanLifecycle.Permitted((PlanState)state).Length;
    });
#endif

    private static void AssertNothingAllocated(Action action)
    {
        action();
        var before = GC.GetAllocatedBytesForCurrentThread();
        action();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
