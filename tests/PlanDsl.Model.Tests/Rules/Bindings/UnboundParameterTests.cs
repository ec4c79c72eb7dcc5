namespace PlanDsl.Model.Tests;

public class UnboundParameterTests
{
    [Fact]
    public void The_nearest_result_key_is_suggested()
    {
        var finding = Judged.Single(A.Step("fetch").As("orders"), A.Step("build", A.Token, A.Result("order")));

        Assert.Equal("No step produces 'order', which parameter 'order' of step 'build' binds; did you mean 'orders'?", finding.Message);
        Assert.Equal("step 1 parameter 1", Judged.Place(finding.Anchor));
        Assert.Equal("orders", finding.Suggestion);
    }

    [Fact]
    public void A_key_that_is_written_out_is_found_where_it_is_written() =>
        Assert.Equal(
            ["PLAN0201 at step 1 parameter 0.from: No step produces 'ordres', which parameter 'all' of step 'build' binds; did you mean 'orders'?"],
            Judged.Lines(A.Step("orders"), A.Step("build", A.Result("ordres") with { Name = "all", IsExplicit = true })));

    [Fact]
    public void Without_a_near_key_the_few_that_could_be_bound_are_named()
    {
        Assert.Equal(
            ["PLAN0201 at step 1 parameter 0: No step produces 'weather', which parameter 'weather' of step 'build' binds; the only result to bind is 'orders'; or declare it in inputs"],
            Judged.Lines(A.Step("orders"), A.Step("build", A.Result("weather"))));
        Assert.Equal(
            ["PLAN0201 at step 2 parameter 0: No step produces 'weather', which parameter 'weather' of step 'build' binds; the results to bind are 'split', 'count_words'; or declare it in inputs"],
            Judged.Lines(A.Step("split"), A.Step("count_words"), A.Step("build", A.Result("weather")), A.Step("send", A.Result("build"))));
    }

    [Fact]
    public void Where_there_are_none_or_many_both_ways_out_are_said_in_general()
    {
        const string General = "; name a step's result_key, or declare it in inputs";
        Assert.EndsWith(General, Judged.Single(A.Step("build", A.Result("weather"))).Message, StringComparison.Ordinal);
        Assert.EndsWith(
            General,
            Judged.Single([.. Enumerable.Range(0, 7).Select(i => A.Step($"step_{i}")), A.Step("build", A.Result("weather"))]).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_name_of_an_input_needs_its_mark() =>
        Assert.Equal(
            ["PLAN0201 at step 1 parameter 0: No step produces 'day', which parameter 'day' of step 'build' binds; it is an input of the plan: declare it in inputs"],
            Judged.Lines(A.Step("orders", A.Input("day")), A.Step("build", A.Result("day"))));

    [Fact]
    public void A_step_that_returns_nothing_has_no_result_to_bind() =>
        Assert.Equal(
            ["PLAN0201 at step 1 parameter 0: No step produces 'migrate', which parameter 'migrate' of step 'build' binds; step 'migrate' returns nothing: let it return the value, or remove the parameter and name the step in depends_on"],
            Judged.Lines(A.Step("migrate").Silent(), A.Step("build", A.Result("migrate"))));

    [Fact]
    public void The_id_of_a_step_with_another_key_leads_to_that_key()
    {
        var finding = Judged.Single(A.Step("fetch_everything").As("orders"), A.Step("build", A.Result("fetch_everything")));

        Assert.EndsWith("step 'fetch_everything' produces 'orders': did you mean 'orders'?", finding.Message, StringComparison.Ordinal);
        Assert.Equal("orders", finding.Suggestion);
    }

    [Theory]
    [InlineData("sends")]
    [InlineData("send_all")]
    public void A_step_is_not_told_to_bind_its_own_result(string key) =>
        Assert.Null(Judged.Single(A.Step("fetch"), A.Step("send_all", A.Result(key)).As("send")).Suggestion);

    [Theory]
    [InlineData("orderz")]
    [InlineData("all_orders")]
    public void A_result_that_comes_after_the_step_is_not_suggested(string key) =>
        Assert.Null(Judged.Single(A.Step("fetch", A.Result(key)), A.Step("check", A.Result("fetch")), A.Step("orders", A.Result("check"))).Suggestion);

    [Fact]
    public void Of_two_near_keys_the_one_that_can_be_bound_is_suggested() =>
        Assert.Equal("ordert", Judged.Single(A.Step("ordert"), A.Step("orders", A.Result("order"))).Suggestion);

    [Fact]
    public void A_step_that_comes_after_is_not_told_to_return_a_value_either() =>
        Assert.DoesNotContain("return", Judged.Single(A.Step("fetch", A.Result("send")), A.Step("send", A.Result("fetch")).Silent()).Message, StringComparison.Ordinal);

    [Fact]
    public void One_misspelt_parameter_is_one_finding_even_where_its_step_has_other_edges() =>
        Assert.Equal(["PLAN0201"], Judged.Ids(
            A.Step("orders"),
            A.Step("rates"),
            A.Step("build", A.Result("order"), A.Result("rates")).After("orders")));

    [Fact]
    public void Each_unbound_parameter_is_one_finding() =>
        Assert.Equal(["PLAN0201", "PLAN0201"], Judged.Ids(A.Step("build", A.Result("one"), A.Result("other"))));

    [Fact]
    public void Inputs_and_tokens_bind_no_result() =>
        Assert.Empty(Judged.Lines(A.Step("build", A.Input("day"), A.Token)));
}
