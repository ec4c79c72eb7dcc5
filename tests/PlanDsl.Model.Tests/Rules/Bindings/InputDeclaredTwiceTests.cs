namespace PlanDsl.Model.Tests;

public class InputDeclaredTwiceTests
{
    [Fact]
    public void Each_declaration_that_differs_from_the_first_is_found_at_its_type()
    {
        var finding = Judged.Single(
            A.Step("fetch", A.Input("day")),
            A.Step("build", A.Token, A.Input("day").Of(A.Text)),
            A.Step("send", A.Input("day")));

        Assert.Equal("Input 'day' is 'string' here, but 'int' in step 'fetch'; give it one type", finding.Message);
        Assert.Equal("step 1 parameter 1.type", Judged.Place(finding.Anchor));
        Assert.Equal(["step 0 parameter 0.type"], finding.Related.Select(Judged.Place));
    }

    [Fact]
    public void An_annotation_makes_a_difference_unless_one_says_nothing()
    {
        Assert.Equal(
            ["PLAN0211 at step 1 parameter 0.type: Input 'day' is 'string?' here, but 'string' in step 'fetch'; give it one type"],
            Judged.Lines(A.Step("fetch", A.Input("day").Of(A.Text)), A.Step("build", A.Input("day").Of(A.MaybeText))));
        Assert.Empty(Judged.Lines(A.Step("fetch", A.Input("day").Of(A.Text)), A.Step("build", A.Input("day").Of(A.ObliviousText))));
    }

    [Fact]
    public void Types_that_are_spelled_alike_are_told_apart_by_their_full_names() =>
        Assert.Equal(
            ["PLAN0211 at step 1 parameter 0.type: Input 'day' is 'global::B.Day' here, but 'global::A.Day' in step 'fetch'; give it one type"],
            Judged.Lines(
                A.Step("fetch", A.Input("day").Of(new("global::A.Day", "Day"))),
                A.Step("build", A.Input("day").Of(new("global::B.Day", "Day")))));

    [Fact]
    public void Declarations_that_agree_are_silent() =>
        Assert.Empty(Judged.Lines(A.Step("fetch", A.Input("day")), A.Step("build", A.Input("day"))));
}
