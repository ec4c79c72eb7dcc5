using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace PlanDsl.Model.Tests;

public class SnakeCaseTests
{
    // Letters of every kind that identifiers have, and what they do not have.
    private const string Alphabet = "aabbzABZ019__ -.éÉßΣσςжЖ中ǅⅧ\u0301\u200d\ud835\udc00\t\n£";

    [Fact]
    public void It_is_the_json_naming_policy_to_the_letter()
    {
        Prop.ForAll<string?>(name => Check(name ?? "")).QuickCheckThrowOnFailure();
        Prop.ForAll<int>(seed =>
        {
            var random = new Random(seed);
            Check(new string(random.GetItems<char>(Alphabet, random.Next(12))));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(20_000));
    }

    [Theory]
    [InlineData("FetchOrders", "fetch_orders")]
    [InlineData("fetchOrders", "fetch_orders")]
    [InlineData("XMLReader", "xml_reader")]
    [InlineData("SHA512Hash", "sha512_hash")]
    [InlineData("fetch_orders", "fetch_orders")]
    [InlineData("_day", "_day")]
    [InlineData("ÉtéBleu", "été_bleu")]
    [InlineData("", "")]
    public void Words_are_found(string name, string snake) => Assert.Equal(snake, SnakeCase.From(name));

    private static void Check(string name) => Assert.Equal(JsonNamingPolicy.SnakeCaseLower.ConvertName(name), SnakeCase.From(name));
}
