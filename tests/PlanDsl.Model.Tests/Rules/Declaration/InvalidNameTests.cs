namespace PlanDsl.Model.Tests;

public class InvalidNameTests
{
    [Theory]
    [InlineData("", "'' cannot be used as the id of a step: it is empty; use letters, digits and '_', '-', '.', '[', ']'")]
    [InlineData("fetch orders", "'fetch orders' cannot be used as the id of a step: it contains a space; use letters, digits and '_', '-', '.', '[', ']'")]
    [InlineData("a/b", "'a/b' cannot be used as the id of a step: it contains '/'; use letters, digits and '_', '-', '.', '[', ']'")]
    [InlineData("a\n", "'a\\n' cannot be used as the id of a step: it contains U+000A; use letters, digits and '_', '-', '.', '[', ']'")]
    [InlineData("_", "'_' cannot be used as the id of a step: it has no letter and no digit")]
    public void An_invalid_id_is_told_what_is_allowed(string id, string message)
    {
        var finding = Judged.Single(A.Step(id));

        Assert.Equal(RuleIds.InvalidName, finding.Id);
        Assert.Equal(message, finding.Message);
        Assert.Equal("step 0.id", Judged.Place(finding.Anchor));
    }

    [Theory]
    [InlineData("fetch_orders")]
    [InlineData("mirrors[0]")]
    [InlineData("eu-west.1")]
    [InlineData("01-extract")]
    [InlineData("größe")]
    [InlineData("_private")]
    public void A_valid_id_is_silent(string id) => Assert.Empty(Judged.Lines(A.Step(id)));

    [Fact]
    public void An_id_has_256_characters_at_most()
    {
        Assert.Empty(Judged.Lines(A.Step(new string('a', 256))));
        Assert.EndsWith("it has 257 characters; 256 are the most", Judged.Single(A.Step(new string('a', 257))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "it is empty; use small letters, digits and '_'", null)]
    [InlineData("fetch-rates", "it contains '-'; use small letters, digits and '_'", "fetch_rates")]
    [InlineData("fetchRates", "it is not in snake_case; write 'fetch_rates'", "fetch_rates")]
    [InlineData("Fetch", "it is not in snake_case; write 'fetch'", "fetch")]
    [InlineData("2nd", "it starts with a digit; start it with a small letter or '_'", "_2nd")]
    [InlineData("__", "it has no letter and no digit", null)]
    public void An_invalid_result_key_is_told_what_is_right(string key, string fault, string? suggestion)
    {
        var finding = Judged.Single(A.Step("fetch").As(key));

        Assert.Equal($"'{key}' cannot be used as a result_key: {fault}", finding.Message);
        Assert.Equal("step 0.result_key", Judged.Place(finding.Anchor));
        Assert.Equal(suggestion, finding.Suggestion);
    }

    [Theory]
    [InlineData("results", "Results")]
    [InlineData("to_string", "ToString")]
    [InlineData("get_type", "GetType")]
    public void A_result_key_whose_member_would_hide_one_of_Results_is_refused(string key, string member)
    {
        var written = Judged.Single(A.Step("fetch").As(key));
        var derived = Judged.Single(A.Step(key));

        Assert.Equal($"'{key}' cannot be used as a result_key: the member '{member}' of Results would hide another; choose another result_key", written.Message);
        Assert.Equal(written.Message, derived.Message);
        Assert.Equal("step 0.result_key", Judged.Place(written.Anchor));
        Assert.Equal("step 0", Judged.Place(derived.Anchor));
        Assert.Empty(Judged.Lines(A.Step(key).Silent()));
    }

    [Theory]
    [InlineData("all-orders", "it contains '-'; use small letters, digits and '_'")]
    [InlineData("allOrders", "it is not in snake_case, and 'all_orders' is taken; choose another")]
    public void A_key_that_is_taken_is_not_proposed(string key, string fault)
    {
        var besideStep = Judged.Single(A.Step("first").As("all_orders"), A.Step("second").As(key));
        var besideInput = Judged.Single(A.Step("first", A.Input("all_orders")), A.Step("second").As(key));

        Assert.Equal(($"'{key}' cannot be used as a result_key: {fault}", null), (besideStep.Message, besideStep.Suggestion));
        Assert.Equal((besideStep.Message, null), (besideInput.Message, besideInput.Suggestion));
    }

    [Fact]
    public void Who_binds_the_right_spelling_of_an_invalid_key_has_made_no_second_mistake() =>
        Assert.Equal(["PLAN0004"], Judged.Ids(A.Step("fetch").As("exchangeRates"), A.Step("build", A.Result("exchange_rates"))));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void An_empty_name_of_a_pipeline_is_refused(string name)
    {
        Assert.Equal(
            [$"PLAN0004 at step 0.pipeline: '{name}' cannot be used as the name of a pipeline: it is empty; use a name that PlanOptions.Pipelines knows"],
            Judged.Lines(A.Step("fetch") with { Pipeline = name }));
        Assert.Empty(Judged.Lines(A.Step("fetch") with { Pipeline = "Orders: EU" }));
    }

    [Fact]
    public void An_empty_plan_id_is_refused_and_a_metadata_name_is_not()
    {
        Assert.Equal(
            ["PLAN0004 at plan.id: '' cannot be used as the id of a plan: it is empty; use letters, digits and '_', '-', '.', '[', ']', '+', '`'"],
            Judged.Lines(A.Plan(A.Step("fetch")) with { Id = "" }));
        Assert.Empty(Judged.Lines(A.Plan(A.Step("fetch")) with { Id = "Shop.Outer`1+OrderReportPlan" }));
    }
}
