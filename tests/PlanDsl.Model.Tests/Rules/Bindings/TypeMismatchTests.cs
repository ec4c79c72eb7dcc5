namespace PlanDsl.Model.Tests;

public class TypeMismatchTests
{
    private static readonly TypePair NumberIntoText = new("int", "string");

    [Fact]
    public void Each_consumer_whose_type_does_not_fit_is_found_at_the_type() =>
        Assert.Equal(
            [
                "PLAN0202 at step 1 parameter 0.type: Parameter 'orders' of step 'build' takes 'string', but 'orders' is produced as 'int' by step 'fetch'; change one of the two types",
                "PLAN0202 at step 2 parameter 1.type: Parameter 'orders' of step 'send' takes 'string', but 'orders' is produced as 'int' by step 'fetch'; change one of the two types",
            ],
            Judged.Lines(
                A.Plan(
                    A.Step("fetch").As("orders"),
                    A.Step("build", A.Result("orders").Of(A.Text)),
                    A.Step("send", A.Input("day").Of(A.Text), A.Result("orders").Of(A.Text))),
                NumberIntoText));

    [Fact]
    public void An_optional_result_of_another_type_is_one_mistake() =>
        Assert.Equal(["PLAN0202"], Judged.Findings(
            A.Plan(
                A.Step("fetch") with { OnFailure = FailurePolicy.Continue },
                A.Step("build", A.Result("fetch").Of(A.Text))),
            NumberIntoText).Select(finding => finding.Id));

    [Fact]
    public void What_converts_is_silent() =>
        Assert.Empty(Judged.Lines(
            A.Plan(A.Step("fetch"), A.Step("build", A.Result("fetch").Of(new TypeRef("long", "long")))),
            NumberIntoText));
}
