namespace PlanDsl.Model.Tests;

public class OptionalIntoNonNullableTests
{
    private static readonly StepModel Predict = A.Step("predict") with { OnFailure = FailurePolicy.Continue };

    [Fact]
    public void A_tolerated_producer_needs_a_nullable_parameter() =>
        Assert.Equal(
            ["PLAN0204 at step 1 parameter 0.type: Parameter 'predict' of step 'build' takes 'int', but 'predict' may be absent, because the plan goes on when step 'predict' fails; make it 'int?'"],
            Judged.Lines(Predict, A.Step("build", A.Result("predict"))));

    [Fact]
    public void So_does_one_that_is_not_critical() =>
        Assert.Equal(["PLAN0204"], Judged.Ids(A.Step("predict") with { Critical = false }, A.Step("build", A.Result("predict"))));

    [Fact]
    public void So_does_one_that_may_return_null()
    {
        Assert.Equal(
            ["PLAN0204 at step 1 parameter 0.type: Parameter 'find' of step 'build' takes 'string', but 'find' may be absent, because step 'find' returns 'string?'; make it 'string?'"],
            Judged.Lines(A.Step("find").Returning(A.MaybeText), A.Step("build", A.Result("find").Of(A.Text))));
        Assert.Equal(["PLAN0204"], Judged.Ids(A.Step("find").Returning(A.MaybeNumber), A.Step("build", A.Result("find"))));
    }

    [Fact]
    public void A_nullable_value_into_its_own_type_is_not_a_mismatch_whatever_the_type_facts_say() =>
        Assert.Equal(["PLAN0204"], Judged.Findings(
            A.Plan(A.Step("find").Returning(A.MaybeNumber), A.Step("build", A.Result("find"))),
            new TypePair("int?", "int")).Select(finding => finding.Id));

    [Fact]
    public void A_critical_step_that_continues_is_optional_all_the_same() =>
        Assert.Equal(["PLAN0204"], Judged.Ids(Predict with { Critical = true }, A.Step("build", A.Result("predict"))));

    [Fact]
    public void Nullable_and_oblivious_parameters_are_silent() =>
        Assert.Empty(Judged.Lines(
            Predict,
            A.Step("find").Returning(A.MaybeText),
            A.Step("build", A.Result("predict").Of(A.MaybeNumber), A.Result("find").Of(A.MaybeText)),
            A.Step("send", A.Result("find").Of(A.ObliviousText))));

    [Fact]
    public void Skipped_dependents_never_see_that_a_result_is_absent() =>
        Assert.Empty(Judged.Lines(
            A.Step("fetch") with { OnFailure = FailurePolicy.SkipDependents, Critical = false },
            A.Step("build", A.Result("fetch"))));

    [Fact]
    public void An_oblivious_producer_is_silent() =>
        Assert.Empty(Judged.Lines(A.Step("find").Returning(A.ObliviousText), A.Step("build", A.Result("find").Of(A.Text))));
}
