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

    [Fact]
    public void A_producer_with_a_condition_needs_a_nullable_parameter() =>
        Assert.Equal(
            ["PLAN0204 at step 1 parameter 0.type: Parameter 'a' of step 'b' takes 'int', but 'a' may be absent, because step 'a' is skipped when its condition does not hold; make it 'int?'"],
            Judged.Lines(A.Step("a") with { When = A.Method("is_due") }, A.Step("b", A.Result("a"))));

    [Fact]
    public void So_does_one_that_runs_only_after_a_failure() =>
        Assert.Equal(
            ["PLAN0204 at step 2 parameter 0.type: Parameter 'b' of step 'c' takes 'int', but 'b' may be absent, because step 'b' runs only after a failure; make it 'int?'"],
            Judged.Lines(A.Step("a").Silent(), A.Step("b").After("a") with { RunWhen = RunWhen.Failure }, A.Step("c", A.Result("b"))));

    [Theory]
    [InlineData(RunWhen.Failure)]
    [InlineData(RunWhen.Always)]
    public void What_runs_after_failures_takes_results_that_may_be_absent_or_outcomes(RunWhen ends)
    {
        Assert.Equal(
            ["PLAN0204 at step 1 parameter 0.type: Parameter 'a' of step 'b' takes 'int', but 'a' may be absent, because step 'b' runs also when step 'a' has failed; make it 'int?'"],
            Judged.Lines(A.Step("a"), A.Step("b", A.Result("a")) with { RunWhen = ends }));
        Assert.Empty(Judged.Lines(A.Step("a"), A.Step("b", A.Result("a").Of(A.MaybeNumber), A.Outcome("a")) with { RunWhen = ends }));
    }

    [Fact]
    public void Methods_that_a_step_names_are_held_to_the_same() =>
        Assert.Equal(
            [
                "PLAN0204 at step 1 When parameter 0.type: Parameter 'predict' of condition 'is_due' of step 'b' takes 'int', but 'predict' may be absent, because the plan goes on when step 'predict' fails; make it 'int?'",
                "PLAN0204 at step 1 Fallback parameter 0.type: Parameter 'predict' of fallback 'cached' of step 'b' takes 'int', but 'predict' may be absent, because the plan goes on when step 'predict' fails; make it 'int?'",
            ],
            Judged.Lines(Predict, A.Step("b") with { When = A.Method("is_due", A.Result("predict")), Fallback = A.Method("cached", A.Result("predict")) }));

    [Fact]
    public void What_a_compensation_undoes_is_there() =>
        Assert.Empty(Judged.Lines(Predict with { When = A.Method("is_due"), Compensate = A.Method("undo", A.Result("predict")) }));

    [Fact]
    public void What_a_compensation_undoes_may_be_null_where_the_step_says_so() =>
        Assert.Equal(["PLAN0204"], Judged.Ids(A.Step("find").Returning(A.MaybeText) with { Compensate = A.Method("undo", A.Result("find").Of(A.Text)) }));
}
