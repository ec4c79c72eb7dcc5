namespace PlanDsl.Model.Tests;

public class UnknownDependencyTests
{
    [Fact]
    public void The_item_is_named_with_the_nearest_id()
    {
        var finding = Judged.Single(A.Step("fetch_orders"), A.Step("build", A.Result("fetch_orders")).After("fetch_orders", "fetch_oders"));

        Assert.Equal("Step 'build' depends on 'fetch_oders', which is no step of this plan; did you mean 'fetch_orders'?", finding.Message);
        Assert.Equal("step 1.depends_on[1]", Judged.Place(finding.Anchor));
        Assert.Equal("fetch_orders", finding.Suggestion);
    }

    [Fact]
    public void Without_a_near_id_the_remedy_is_said_in_general() =>
        Assert.Equal(
            ["PLAN0102 at step 1.depends_on[0]: Step 'build' depends on 'weather', which is no step of this plan; name a step's id, or remove this dependency"],
            Judged.Lines(A.Step("fetch_orders").Silent(), A.Step("build").After("weather")));

    [Fact]
    public void An_empty_name_is_called_so() =>
        Assert.Equal(
            "Step 'build' depends on an empty name, which is no step of this plan; name a step's id, or remove this dependency",
            Judged.Single(A.Step("build").After("")).Message);

    [Fact]
    public void A_result_key_is_no_id_but_a_near_one_is_found() =>
        Assert.Equal("fetch", Judged.Single(A.Step("fetch").As("orders"), A.Step("build").After("Fetch")).Suggestion);

    [Fact]
    public void A_step_is_not_told_to_depend_on_itself() =>
        Assert.Null(Judged.Single(A.Step("fetch").Silent(), A.Step("build").After("builds")).Suggestion);

    [Fact]
    public void A_step_is_not_told_to_depend_on_one_that_comes_after_it() =>
        Assert.Null(Judged.Single(A.Step("fetch").Silent().After("builds"), A.Step("build").After("fetch")).Suggestion);

    [Fact]
    public void A_step_without_a_result_can_be_depended_on() =>
        Assert.Empty(Judged.Lines(A.Step("migrate").Silent(), A.Step("build").After("migrate")));
}
