namespace PlanDsl.Model.Tests;

public class AnchorTests
{
    [Fact]
    public void The_default_anchor_is_the_plan() => Assert.Equal(Anchor.Plan, default);

    [Fact]
    public void An_anchor_says_what_it_names()
    {
        var anchor = Anchor.StepParameter(3, 1).At(PropertyNames.Type);

        Assert.Equal(AnchorKind.Parameter, anchor.Kind);
        Assert.Equal((3, 1, -1), (anchor.Index, anchor.Parameter, anchor.Item));
        Assert.Equal("type", anchor.Property);
        Assert.Equal((-1, -1, -1), (Anchor.Plan.Index, Anchor.Plan.Parameter, Anchor.Plan.Item));
    }

    [Fact]
    public void Anchors_are_compared_by_value()
    {
        Assert.Equal(Anchor.Step(2).At(PropertyNames.DependsOn, 1), Anchor.Step(2).At(PropertyNames.DependsOn, 1));
        Assert.NotEqual(Anchor.Step(2).At(PropertyNames.DependsOn, 1), Anchor.Step(2).At(PropertyNames.DependsOn));
        Assert.NotEqual(Anchor.Step(2), Anchor.State(2));
    }
}
