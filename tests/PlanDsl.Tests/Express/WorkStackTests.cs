namespace PlanDsl.Tests;

/// <summary>What one worker of a shared run has to do, and others take from it.</summary>
public sealed class WorkStackTests
{
    private const int Thieves = 3;

    [Fact]
    public void Its_owner_takes_what_it_has_added_last()
    {
        var stack = Of(1, 2, 3);

        Assert.Equal([3, 2, 1], Drain(stack));
        Assert.True(stack.IsEmpty);
    }

    [Theory]
    [InlineData(1, 1, 0)]
    [InlineData(2, 1, 1)]
    [InlineData(5, 3, 2)]
    [InlineData(1_000, 500, 500)]
    public void Others_take_the_older_half_in_the_same_order(int count, int taken, int left)
    {
        var (stack, other) = (Of([.. Enumerable.Range(0, count)]), new WorkStack());

        Assert.True(other.TryTakeHalfOf(stack, out var next));

        Assert.Equal(Enumerable.Range(0, taken).Reverse(), Drain(other).Prepend(next));
        Assert.Equal(Enumerable.Range(taken, left).Reverse(), Drain(stack));
    }

    [Fact]
    public void There_is_nothing_to_take_of_nothing()
    {
        var (stack, other) = (new WorkStack(), new WorkStack());

        Assert.False(stack.TryPop(out _));
        Assert.False(other.TryTakeHalfOf(stack, out _));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Whatever_threads_do_each_unit_is_taken_once(int seed)
    {
        const int units = 200_000;
        var owned = new WorkStack();
        var stacks = Enumerable.Range(0, Thieves).Select(static _ => new WorkStack()).Append(owned).ToArray();
        var taken = new int[units];
        var left = units;
        var thieves = Enumerable.Range(0, Thieves).Select(thief => Task.Factory.StartNew(() => Steal(thief), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)).ToArray();

        var random = new Random(seed);
        for (var unit = 0; unit < units;)
        {
            for (var adds = random.Next(100); adds > 0 && unit < units; adds--)
                owned.Push(unit++);
            for (var takes = random.Next(60); takes > 0; takes--)
                Pop(owned);
        }

        while (Pop(owned))
        {
        }

        await Task.WhenAll(thieves).Soon();
        Assert.All(taken, static times => Assert.Equal(1, times));

        void Steal(int thief)
        {
            var mine = stacks[thief];
            var spin = new SpinWait();
            while (Volatile.Read(ref left) > 0)
            {
                if (Pop(mine) || Array.Exists(stacks, other => other != mine && mine.TryTakeHalfOf(other, out var unit) && Take(unit)))
                    spin.Reset();
                else
                    spin.SpinOnce(sleep1Threshold: -1);
            }
        }

        bool Pop(WorkStack stack) => stack.TryPop(out var unit) && Take(unit);

        bool Take(int unit)
        {
            Interlocked.Increment(ref taken[unit]);
            Interlocked.Decrement(ref left);
            return true;
        }
    }

    private static WorkStack Of(params int[] units)
    {
        var stack = new WorkStack();
        foreach (var unit in units)
            stack.Push(unit);
        return stack;
    }

    private static IEnumerable<int> Drain(WorkStack stack)
    {
        while (stack.TryPop(out var unit))
            yield return unit;
    }
}
