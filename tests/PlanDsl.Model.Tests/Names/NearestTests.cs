using FsCheck;
using FsCheck.Fluent;

namespace PlanDsl.Model.Tests;

public class NearestTests
{
    [Theory]
    [InlineData("order", "orders")]
    [InlineData("ordres", "orders")]
    [InlineData("orderz", "orders")]
    [InlineData("oorders", "orders")]
    [InlineData("fetch_rtaes", "fetch_rates")]
    [InlineData("FetchRates", "fetch_rates")]
    [InlineData("fetchRate", "fetch_rates")]
    [InlineData("rates", "fetch_rates")]
    [InlineData("all_the_orders", "orders")]
    public void A_slip_is_forgiven(string written, string meant) =>
        Assert.Equal(meant, new Nearest(["forecast", "fetch_rates", "orders"]).To(written));

    [Theory]
    [InlineData("weather")]
    [InlineData("xy")]
    [InlineData("")]
    [InlineData("orders")]
    public void What_is_far_away_or_right_gets_no_suggestion(string written) =>
        Assert.Null(new Nearest(["forecast", "fetch_rates", "orders"]).To(written));

    [Fact]
    public void Of_equally_near_names_the_first_in_ordinal_order_is_taken_whatever_their_order()
    {
        Assert.Equal("step1", new Nearest(["step3", "step1", "step2"]).To("step"));
        Assert.Equal("step1", new Nearest(["step2", "step3", "step1"]).To("step"));
    }

    [Fact]
    public void One_letter_stands_for_itself_alone()
    {
        Assert.Null(new Nearest(["a", "b", "ab"]).To("x"));
        Assert.Null(new Nearest(["x", "ab"]).To("y1"));
        Assert.Equal("a", new Nearest(["a", "b"]).To("A"));
    }

    [Fact]
    public void A_nearer_name_wins() => Assert.Equal("build", new Nearest(["built_", "build"]).To("buildd"));

    [Fact]
    public void A_word_that_several_names_end_with_is_no_hint() =>
        Assert.Null(new Nearest(["fetch_exchange_rates", "parse_exchange_rates"]).To("exchange_rates"));

    [Fact]
    public void Ten_thousand_names_are_searched()
    {
        var nearest = new Nearest(Enumerable.Range(0, 10_000).Select(i => $"compute_result_{i:D5}"));

        for (var i = 0; i < 10; i++)
            Assert.Equal($"compute_result_{i:D5}", nearest.To($"compute_reslut_{i:D5}"));
    }

    [Fact]
    public void A_name_is_near_if_one_edit_or_two_lead_to_it() =>
        Prop.ForAll<int>(seed =>
        {
            var random = new Random(seed);
            var name = new string(random.GetItems<char>("abcdefgh", random.Next(11, 16)));
            var written = random.Next(2) == 0 ? Slip(random, name) : Slip(random, Slip(random, name));
            if (written != name)
                Assert.Equal(name, new Nearest([name, "zzzzzzzzz"]).To(written));
        }).QuickCheckThrowOnFailure();

    private static string Slip(Random random, string name)
    {
        var at = random.Next(1, name.Length);
        return random.Next(4) switch
        {
            0 => name.Remove(at, 1),
            1 => name.Insert(at, "x"),
            2 => name.Remove(at, 1).Insert(at, "y"),
            _ => name[..(at - 1)] + name[at] + name[at - 1] + name[(at + 1)..],
        };
    }
}
