using PlanDsl.Testing.Internal;

namespace PlanDsl.Compiler.Tests;

public class TextDifferenceTests
{
    [Fact]
    public void The_first_differing_line_is_shown_with_the_lines_before_it() =>
        Assert.Equal("First difference in line 3:\n    a\n    b\n  - c\n  + x", TextDifference.Describe("a\nb\nc\nd", "a\nb\nx\ny"));

    [Fact]
    public void A_text_that_ends_early_differs_at_its_end() =>
        Assert.Equal("First difference in line 2:\n    a\n  - (end of text)\n  + b", TextDifference.Describe("a", "a\nb"));

    [Fact]
    public void Equal_texts_do_not_differ() => Assert.Equal("", TextDifference.Describe("a\nb", "a\nb"));
}
