namespace PlanDsl.Cli.Tests;

/// <summary>Lengths of time, for people.</summary>
public class TimeTextTests
{
    [Theory]
    [InlineData(0, "0 ms")]
    [InlineData(0.0074, "7 ms")]
    [InlineData(0.9996, "999 ms")]
    [InlineData(59.99, "59.9 s")]
    [InlineData(60, "1 m 00 s")]
    [InlineData(125, "2 m 05 s")]
    [InlineData(3725, "1 h 02 m")]
    public void A_length_of_time_has_as_many_places_as_matter(double seconds, string text) =>
        Assert.Equal(text, TimeText.Of(TimeSpan.FromSeconds(seconds)));
}
