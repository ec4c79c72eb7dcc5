using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace PlanDsl.Model.Tests;

public class DurationTests
{
    private static readonly (string Unit, long Ticks)[] Units =
    [
        ("ms", TimeSpan.TicksPerMillisecond), ("s", TimeSpan.TicksPerSecond), ("m", TimeSpan.TicksPerMinute),
        ("h", TimeSpan.TicksPerHour), ("d", TimeSpan.TicksPerDay),
    ];

    [Theory]
    [InlineData("500ms", "00:00:00.5")]
    [InlineData("10s", "00:00:10")]
    [InlineData("1.5s", "00:00:01.5")]
    [InlineData("0.5ms", "00:00:00.0005")]
    [InlineData("2m", "00:02:00")]
    [InlineData("1h", "01:00:00")]
    [InlineData("2d", "2.00:00:00")]
    [InlineData("90m", "01:30:00")]
    [InlineData("007s", "00:00:07")]
    [InlineData("00:01:30", "00:01:30")]
    [InlineData("23:59:59.999", "23:59:59.999")]
    [InlineData("00:00:00.5", "00:00:00.5")]
    [InlineData("00:00:00.25", "00:00:00.25")]
    [InlineData("0s", "00:00:00")]
    [InlineData("00:00:00", "00:00:00")]
    [InlineData("0.00000001s", "00:00:00")]
    public void A_length_of_time_is_read(string text, string value) =>
        Assert.Equal(TimeSpan.Parse(value, CultureInfo.InvariantCulture), new Duration(text).Value);

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("10")]
    [InlineData("s")]
    [InlineData("ms")]
    [InlineData(".s")]
    [InlineData("-1s")]
    [InlineData("+1s")]
    [InlineData(" 1s")]
    [InlineData("1s ")]
    [InlineData("1 s")]
    [InlineData("1s\n")]
    [InlineData(".5s")]
    [InlineData("5.s")]
    [InlineData("1.2.3s")]
    [InlineData("1,5s")]
    [InlineData("1,000s")]
    [InlineData("1e3s")]
    [InlineData("0x1s")]
    [InlineData("∞s")]
    [InlineData("٣s")]
    [InlineData("10S")]
    [InlineData("10sec")]
    [InlineData("10 seconds")]
    [InlineData("1h30m")]
    [InlineData("PT10S")]
    [InlineData("24:00:00")]
    [InlineData("00:60:00")]
    [InlineData("00:00:60")]
    [InlineData("1:00:00")]
    [InlineData("01:30")]
    [InlineData("1.00:00:00")]
    [InlineData("-00:00:01")]
    [InlineData("00:00:00.")]
    [InlineData("00:00:00.1234")]
    [InlineData("00:00:00,5")]
    public void Anything_else_is_none(string text) => Assert.Null(new Duration(text).Value);

    [Fact]
    public void Nothing_at_all_is_none() => Assert.Null(default(Duration).Value);

    [Theory]
    [InlineData("99999999d")]
    [InlineData("9223372036854775807s")]
    [InlineData("99999999999999999999999999999999999999999999ms")]
    [InlineData("79228162514264337593543950335d")]
    public void What_is_too_long_for_a_number_is_as_long_as_can_be(string text) => Assert.Equal(TimeSpan.MaxValue, new Duration(text).Value);

    [Fact]
    public void The_text_is_kept_and_is_what_makes_two_equal()
    {
        Assert.Equal("60s", new Duration("60s").ToString());
        Assert.Equal(new Duration("60s"), new Duration("60s"));
        Assert.NotEqual(new Duration("60s"), new Duration("1m"));
        Assert.Equal(new Duration("60s").Value, new Duration("1m").Value);
    }

    [Fact]
    public void A_whole_number_of_a_unit_is_that_many() => Prop.ForAll<NonNegativeInt, NonNegativeInt>((count, choice) =>
    {
        var (unit, ticks) = Units[choice.Get % Units.Length];
        var number = count.Get % 100_000;
        Assert.Equal(new TimeSpan(number * ticks), new Duration(FormattableString.Invariant($"{number}{unit}")).Value);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_decimal_number_of_a_unit_is_that_part_to_the_tick() => Prop.ForAll<NonNegativeInt, NonNegativeInt, NonNegativeInt>((whole, part, choice) =>
    {
        var (unit, ticks) = Units[choice.Get % Units.Length];
        var number = (whole.Get % 1_000) + ((part.Get % 1_000) / 1_000m);
        Assert.Equal(new TimeSpan((long)(number * ticks)), new Duration(FormattableString.Invariant($"{number:0.000}{unit}")).Value);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_time_of_day_is_a_length_of_time() => Prop.ForAll<NonNegativeInt>(milliseconds =>
    {
        var time = TimeSpan.FromMilliseconds(milliseconds.Get * 7_919L % 86_400_000);
        Assert.Equal(time, new Duration(time.ToString(@"hh\:mm\:ss\.fff", CultureInfo.InvariantCulture)).Value);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));

    [Fact]
    public void No_text_is_refused_by_an_exception_or_understood_by_one_culture_alone()
    {
        const string Alphabet = "0123456789.,:-+ smhdSMD\t٣";
        var other = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        other.NumberFormat.NumberDecimalSeparator = ",";
        other.NumberFormat.NumberGroupSeparator = ".";
        Prop.ForAll<int>(seed =>
        {
            var random = new Random(seed);
            var text = new string(random.GetItems<char>(Alphabet, random.Next(12)));
            var value = new Duration(text).Value;
            Assert.True(value is null || value >= TimeSpan.Zero);

            var before = CultureInfo.CurrentCulture;
            CultureInfo.CurrentCulture = other;
            try
            {
                Assert.Equal(value, new Duration(text).Value);
            }
            finally
            {
                CultureInfo.CurrentCulture = before;
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(20_000));
    }
}
