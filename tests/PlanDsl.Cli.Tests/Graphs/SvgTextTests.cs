namespace PlanDsl.Cli.Tests;

/// <summary>Texts in pictures.</summary>
public class SvgTextTests
{
    [Theory]
    [InlineData("a<b> & \"c\"", "a&lt;b&gt; &amp; &quot;c&quot;")]
    [InlineData("bell \a", "bell \uFFFD")]
    [InlineData("whole \ud83d\ude00", "whole \ud83d\ude00")]
    public void What_xml_cannot_hold_is_replaced(string text, string escaped) => Assert.Equal(escaped, SvgText.Escape(text));

    // Not as data of a theory: an attribute cannot hold half of a character.
    [Fact]
    public void Half_of_a_character_is_replaced() => Assert.Equal("half \uFFFD", SvgText.Escape("half \ud83d"));

    [Theory]
    [InlineData("short", 50, "short")]
    [InlineData("much too long", 50, "much…")]
    [InlineData("漢字漢字", 50, "漢字…")]
    public void What_does_not_fit_is_cut_with_a_mark(string text, double width, string shown) => Assert.Equal(shown, TextWidth.Fit(text, 10, width));
}
