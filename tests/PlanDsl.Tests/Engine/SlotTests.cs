namespace PlanDsl.Tests;

public sealed class SlotTests
{
    [Fact]
    public async Task A_sub_plan_holds_no_slot_itself()
    {
        var order = new List<string>();
        var inner = new TestPlan().Sync("a", () => order.Add("a")).Sync("b", () => order.Add("b"), after: ["a"]);

        var outcome = await new TestPlan { MaxParallel = 1 }.SubPlan("sub", inner).Start().Completion.Soon();

        Assert.Equal((RunStatus.Succeeded, "a b"), (outcome.Status, string.Join(' ', order)));
    }

    [Fact]
    public async Task The_run_and_its_sub_plans_share_one_pool()
    {
        var gates = Enumerable.Range(0, 6).Select(static _ => new Gate()).ToArray();
        var first = new TestPlan().Async("a", gates[0]).Async("b", gates[1]);
        var second = new TestPlan().Async("a", gates[2]).Async("b", gates[3]);
        var run = new TestPlan { MaxParallel = 2 }.SubPlan("first", first).SubPlan("second", second).Async("c", gates[4]).Async("d", gates[5]).Start();

        for (var entered = 2; entered <= gates.Length; entered++)
        {
            await WhenEntered(gates, entered);
            Assert.Equal(entered, gates.Count(static gate => gate.IsEntered));
            gates.First(static gate => gate is { IsEntered: true, IsOpen: false }).Open();
        }

        foreach (var gate in gates)
            gate.Open();
        Assert.Equal(RunStatus.Succeeded, (await run.Completion.Soon()).Status);
    }

    [Fact]
    public async Task Every_bound_on_the_way_applies()
    {
        var inside = Enumerable.Range(0, 3).Select(static _ => new Gate()).ToArray();
        var outside = Enumerable.Range(0, 3).Select(static _ => new Gate()).ToArray();
        var inner = new TestPlan { MaxParallel = 1 };
        foreach (var gate in inside)
            inner.Async($"s{Array.IndexOf(inside, gate)}", gate);
        var plan = new TestPlan { MaxParallel = 3 }.SubPlan("sub", inner);
        foreach (var gate in outside)
            plan.Async($"s{Array.IndexOf(outside, gate)}", gate);
        var run = plan.Start();

        await WhenEntered([.. inside, .. outside], 3);
        Assert.Equal((1, 2), (inside.Count(static gate => gate.IsEntered), outside.Count(static gate => gate.IsEntered)));
        foreach (var gate in outside)
            gate.Open();
        await WhenEntered(outside, 3);
        await run.WhenStatus("s2", StepStatus.Succeeded);
        Assert.Equal(1, inside.Count(static gate => gate.IsEntered));

        foreach (var gate in inside)
            gate.Open();
        Assert.Equal(RunStatus.Succeeded, (await run.Completion.Soon()).Status);
    }

    [Fact]
    public async Task Room_that_a_run_leaves_goes_to_whoever_waits_for_it_however_deep()
    {
        var outer = new TestPlan { MaxParallel = 2 };
        var ran = 0;
        for (var sub = 0; sub < 50; sub++)
        {
            var inner = new TestPlan { MaxParallel = 1 };
            for (var step = 0; step < 20; step++)
                inner.Async($"s{step}", async _ =>
                {
                    await Task.Yield();
                    Interlocked.Increment(ref ran);
                });
            outer.SubPlan($"middle{sub}", new TestPlan().SubPlan("inner", inner).Sync("last", static () => { }, after: ["inner"]));
        }

        Assert.Equal(RunStatus.Succeeded, (await outer.Start().Completion.Soon()).Status);
        Assert.Equal(1_000, ran);
    }

    private static async Task WhenEntered(Gate[] gates, int count)
    {
        // Looked at once per round: a gate that is entered between two looks would leave nothing to wait for.
        for (var closed = Closed(); gates.Length - closed.Length < count; closed = Closed())
            await Task.WhenAny(closed.Select(static gate => gate.Entered)).Soon();

        Gate[] Closed() => [.. gates.Where(static gate => !gate.IsEntered)];
    }
}
