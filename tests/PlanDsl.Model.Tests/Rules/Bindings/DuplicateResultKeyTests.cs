namespace PlanDsl.Model.Tests;

public class DuplicateResultKeyTests
{
    [Fact]
    public void Equal_keys_are_found_at_the_later_one()
    {
        var finding = Judged.Single(A.Step("orders"), A.Step("fetch").As("orders"));

        Assert.Equal("Step 'fetch' produces 'orders', as step 'orders' does; give one of the two another result_key", finding.Message);
        Assert.Equal("step 1.result_key", Judged.Place(finding.Anchor));
        Assert.Equal([Anchor.Step(0)], finding.Related);
    }

    [Fact]
    public void Keys_that_give_one_member_are_found() =>
        Assert.Equal(
            ["PLAN0203 at step 1: Step 'fetch__rates' produces 'fetch__rates', which becomes the member 'FetchRates' of Results, as 'fetch_rates' of step 'rates' does; give one of the two another result_key"],
            Judged.Lines(A.Step("rates").As("fetch_rates"), A.Step("fetch__rates")));

    [Fact]
    public void A_key_that_cannot_be_used_is_one_mistake_and_takes_no_member() =>
        Assert.Equal(["PLAN0004"], Judged.Ids(A.Step("first").As("a-b"), A.Step("second").As("a_b")));

    [Fact]
    public void Who_binds_a_contested_key_gets_no_further_findings() =>
        Assert.Equal(["PLAN0203"], Judged.Findings(
            A.Plan(
                A.Step("fetch").Returning(A.MaybeText).As("orders"),
                A.Step("load").As("orders"),
                A.Step("build", A.Result("orders")).After("load")),
            new TypePair("string", "int")).Select(finding => finding.Id));

    [Fact]
    public void A_step_without_a_result_takes_no_key() =>
        Assert.Empty(Judged.Lines(A.Step("orders").Silent(), A.Step("fetch").As("orders")));
}
