using FsCheck;
using FsCheck.Fluent;

namespace PlanDsl.Model.Tests;

public class PascalCaseTests
{
    [Theory]
    [InlineData("fetch_rates", "FetchRates")]
    [InlineData("orders", "Orders")]
    [InlineData("sha512_hash", "Sha512Hash")]
    [InlineData("mirrors[0]", "Mirrors0")]
    [InlineData("eu-west.1", "EuWest1")]
    [InlineData("_day", "Day")]
    [InlineData("2nd", "_2nd")]
    [InlineData("été", "Été")]
    [InlineData("class", "Class")]
    [InlineData("__", "")]
    public void Words_are_joined(string key, string member) => Assert.Equal(member, PascalCase.From(key));

    [Fact]
    public void A_valid_result_key_gives_an_identifier() =>
        Prop.ForAll<string?>(text =>
        {
            var key = NameRules.ResultKeyFrom(text ?? "");
            if (NameRules.FaultOfResultKey(key) is not null)
                return;
            var member = PascalCase.From(key);
            Assert.NotEmpty(member);
            Assert.True(member[0] == '_' || NameStarts(member[0]), member);
        }).QuickCheckThrowOnFailure();

    private static bool NameStarts(char letter) => char.IsLetter(letter) || char.GetUnicodeCategory(letter) is System.Globalization.UnicodeCategory.LetterNumber;
}
