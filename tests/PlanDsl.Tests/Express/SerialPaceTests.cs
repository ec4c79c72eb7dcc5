namespace PlanDsl.Tests;

public sealed class SerialPaceTests
{
    [Theory]
    [InlineData(0, 0.001, true)]
    [InlineData(1, 0.4, false)]
    [InlineData(1, 1, true)]
    [InlineData(64, 25, false)]
    [InlineData(64, 64, true)]
    [InlineData(20_000, 1_000, false)]
    public void A_run_is_slow_where_its_steps_take_a_microsecond(int steps, double microseconds, bool expected)
    {
        var ticks = (long)Math.Ceiling(microseconds * TimeProvider.System.TimestampFrequency / 1_000_000);
        var pace = new SerialPace(10, 1_000);

        Assert.False(pace.IsSlow(10 + steps, 1_000 + ticks));
        Assert.Equal(expected, pace.IsSlow(10 + (2 * steps), 1_000 + (2 * ticks)));
    }

    [Fact]
    public void One_interruption_does_not_make_it_slow()
    {
        var second = TimeProvider.System.TimestampFrequency;
        var pace = new SerialPace(1, 0);

        Assert.False(pace.IsSlow(1, second));
        Assert.False(pace.IsSlow(1_000_000, second + (second / 100)));
        Assert.False(pace.IsSlow(1_000_000, 2 * second));
        Assert.True(pace.IsSlow(1_000_000, 3 * second));
    }
}
