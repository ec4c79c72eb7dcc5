namespace PlanDsl.Model.Tests;

/// <summary>One mistake is one error: what follows from it is not said again.</summary>
public class OneMistakeTests
{
    private static readonly TypePair TextIntoNumber = new("string", "int");

    [Fact]
    public void A_value_that_is_given_back_under_its_own_key_is_a_duplicate_key_and_not_a_step_that_binds_itself() =>
        Assert.Equal(["PLAN0203"], Judged.Ids(
            A.Step("polish", A.Result("draft")).As("draft"),
            A.Step("write").As("draft"),
            A.Step("print", A.Result("draft"))));

    [Fact]
    public void A_circle_through_a_key_that_two_steps_claim_may_be_none() =>
        Assert.Equal(["PLAN0203"], Judged.Ids(
            A.Step("polish", A.Result("check")).As("draft"),
            A.Step("write").As("draft"),
            A.Step("check", A.Result("draft"))));

    [Fact]
    public void A_dependency_on_an_id_that_two_steps_claim_is_not_redundant() =>
        Assert.Equal(["PLAN0003"], Judged.Ids(
            A.Step("a").Silent(),
            A.Step("b").Silent().After("a"),
            A.Step("b").Silent(),
            A.Step("c").Silent().After("a", "b")));

    [Fact]
    public void A_renamed_parameter_leaves_a_result_unused_which_is_not_said() =>
        Assert.Equal(["PLAN0201"], Judged.Ids(
            A.Step("orders"),
            A.Step("log").Silent().After("orders"),
            A.Step("build", A.Result("order")).After("log")));

    [Fact]
    public void A_producer_that_returns_nothing_any_more_is_one_error_for_each_consumer() =>
        Assert.Equal(["PLAN0201", "PLAN0201"], Judged.Ids(
            A.Step("orders").Silent(),
            A.Step("build", A.Result("orders")),
            A.Step("send", A.Result("orders"), A.Result("build"))));

    [Fact]
    public void A_producer_of_another_type_is_one_error_for_each_consumer() =>
        Assert.Equal(["PLAN0202", "PLAN0202"], Judged.Findings(
            A.Plan(
                A.Step("orders").Returning(A.Text) with { OnFailure = FailurePolicy.Continue },
                A.Step("build", A.Result("orders")),
                A.Step("send", A.Result("orders"), A.Result("build"))),
            TextIntoNumber).Select(finding => finding.Id));

    [Fact]
    public void A_result_that_hides_an_input_is_one_error_although_both_have_consumers() =>
        Assert.Equal(["PLAN0206"], Judged.Ids(
            A.Step("fetch", A.Input("day")),
            A.Step("next").As("day"),
            A.Step("build", A.Result("fetch"), A.Result("day"))));

    [Fact]
    public void A_policy_that_does_not_exist_makes_nothing_optional() =>
        Assert.Equal(["PLAN0306"], Judged.Ids(
            A.Step("fetch") with { OnFailure = (FailurePolicy)5 },
            A.Step("build", A.Result("fetch"))));

    [Fact]
    public void An_unknown_dependency_of_a_step_in_a_circle_is_a_mistake_of_its_own() =>
        Assert.Equal(["PLAN0101", "PLAN0102"], Judged.Ids(
            A.Step("left", A.Result("right")),
            A.Step("right", A.Result("left")).After("nowhere")));
}
