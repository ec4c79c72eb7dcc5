using PlanDsl.Testing.Internal;

namespace PlanDsl.Tests;

/// <summary>What a group holds, and what it bounds its members by.</summary>
public sealed class GroupBoundTests
{
    private readonly ManualTimeProvider _clock = new();
    private readonly Dictionary<string, Gate> _gates = new() { ["a"] = new(), ["b"] = new(), ["c"] = new() };

    private PlanOptions Options => new() { TimeProvider = _clock };

    [Fact]
    public async Task The_deadline_of_a_member_is_at_most_that_of_its_group()
    {
        DateTimeOffset? deadline = null;
        var run = new TestPlan().Governed("a", context =>
        {
            deadline = context.Deadline;
            return Task.CompletedTask;
        }, new() { Timeout = TimeSpan.FromMinutes(1) }).Group("g", ParallelStrategy.All, ["a"])
            .Policy(static policy => policy with { Timeout = TimeSpan.FromSeconds(2) }).Start(Options);

        await run.Completion.Soon();
        Assert.Equal(_clock.GetUtcNow() + TimeSpan.FromSeconds(2), deadline);
    }

    [Fact]
    public async Task A_group_holds_no_slot_and_starts_when_all_its_predecessors_have_ended()
    {
        var first = new Gate();
        var run = new TestPlan { MaxParallel = 1 }.Async("first", first).Async("a", _gates["a"]).Async("b", _gates["b"])
            .Group("g", ParallelStrategy.All, ["a", "b"], after: ["first"]).Start(Options);
        Assert.Equal("first=Running g=Pending(a=Pending b=Pending)", run.Steps.Tree());
        first.Open();
        await _gates["a"].Entered.Soon();
        Assert.Equal("first=Succeeded g=Running(a=Running b=Pending)", run.Steps.Tree());
        _gates["a"].Open();
        await _gates["b"].Entered.Soon();
        _gates["b"].Open();

        Assert.Equal(RunStatus.Succeeded, (await run.Completion.Soon()).Status);
    }

    [Fact]
    public async Task A_groups_own_bound_lies_within_the_plans()
    {
        var outside = new Gate();
        var run = new TestPlan().Async("a", _gates["a"]).Async("b", _gates["b"]).Async("c", _gates["c"]).Async("outside", outside)
            .Group("g", ParallelStrategy.All, ["a", "b", "c"]).AtOnce(2).Start(Options);
        Assert.True(_gates["a"].IsEntered && _gates["b"].IsEntered && outside.IsEntered);
        Assert.False(_gates["c"].IsEntered);
        _gates["b"].Open();
        await _gates["c"].Entered.Soon();
        foreach (var gate in (Gate[])[_gates["a"], _gates["c"], outside])
            gate.Open();

        Assert.Equal(RunStatus.Succeeded, (await run.Completion.Soon()).Status);
    }
}
