namespace PlanDsl.Model.Tests;

public class ShadowedInputTests
{
    [Fact]
    public void A_key_that_is_also_an_input_is_found_where_it_is_written() =>
        Assert.Equal(
            [
                "PLAN0206 at step 0.result_key: Step 'fetch' produces 'day', which is also the name of an input; give the step another result_key or rename the input",
                "PLAN0206 at step 1: Step 'region' produces 'region', which is also the name of an input; give the step another result_key or rename the input",
            ],
            Judged.Lines(A.Step("fetch", A.Input("day"), A.Input("region")).As("day"), A.Step("region")));

    [Fact]
    public void A_step_without_a_result_shadows_nothing() =>
        Assert.Empty(Judged.Lines(A.Step("day", A.Input("day")).Silent(), A.Step("fetch", A.Input("day"))));
}
