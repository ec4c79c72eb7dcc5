using PlanDsl.Testing.Internal;

namespace PlanDsl.Tests;

public sealed class ManualTimeProviderTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly ManualTimeProvider _clock = new();
    private readonly List<string> _fired = [];

    [Fact]
    public void Timers_fire_when_they_are_due_and_in_that_order()
    {
        var start = _clock.GetUtcNow();
        Set("late", 3 * Second);
        Set("early", Second);
        Set("never reached", 9 * Second);

        _clock.Advance(5 * Second);

        Assert.Equal([$"early {start + Second:ss}", $"late {start + (3 * Second):ss}"], _fired);
        Assert.Equal(start + (5 * Second), _clock.GetUtcNow());
    }

    [Fact]
    public void Timers_due_together_fire_in_the_order_in_which_they_were_set()
    {
        foreach (var name in (string[])["a", "b", "c"])
            Set(name, Second);

        _clock.Advance(Second);

        Assert.Equal(["a 01", "b 01", "c 01"], _fired);
    }

    [Fact]
    public void A_periodic_timer_fires_until_it_is_disposed()
    {
        var timer = Set("tick", Second, Second);
        _clock.Advance(3 * Second);
        timer.Dispose();
        _clock.Advance(3 * Second);

        Assert.Equal(["tick 01", "tick 02", "tick 03"], _fired);
        Assert.False(timer.Change(Second, Second));
    }

    [Fact]
    public void A_timer_that_is_changed_forgets_when_it_was_due_before()
    {
        var timer = Set("once", Second);
        timer.Change(2 * Second, Timeout.InfiniteTimeSpan);

        _clock.Advance(5 * Second);

        Assert.Equal(["once 02"], _fired);
    }

    [Fact]
    public void What_a_callback_sets_fires_within_the_same_advance()
    {
        _clock.CreateTimer(_ => Set("second", Second), null, Second, Timeout.InfiniteTimeSpan);

        _clock.Advance(2 * Second);

        Assert.Equal(["second 02"], _fired);
    }

    [Fact]
    public void Stepping_from_timer_to_timer_ends_when_none_is_set()
    {
        Set("b", 2 * Second);
        Set("a", Second);

        Assert.True(_clock.AdvanceToNextTimer());
        Assert.Equal(["a 01"], _fired);
        Assert.True(_clock.AdvanceToNextTimer());
        Assert.False(_clock.AdvanceToNextTimer());
        Assert.Equal(["a 01", "b 02"], _fired);
    }

    [Fact]
    public async Task Delays_of_the_framework_run_on_it()
    {
        var delay = Task.Delay(Second, _clock);
        Assert.False(delay.IsCompleted);

        _clock.Advance(Second);

        await delay.Soon();
    }

    private ITimer Set(string name, TimeSpan due, TimeSpan? period = null) =>
        _clock.CreateTimer(_ => _fired.Add($"{name} {_clock.GetUtcNow():ss}"), null, due, period ?? Timeout.InfiniteTimeSpan);
}
