namespace PlanDsl.Model.Tests;

public class WordingTests
{
    [Theory]
    [InlineData(PropertyNames.MaxIterations, "MaxIterations", "max_iterations")]
    [InlineData(PropertyNames.Condition, "When", "condition")]
    [InlineData(PropertyNames.Timeout, "Timeout", "timeout_sec")]
    [InlineData(PropertyNames.RetryMaxDelay, "RetryMaxDelay", "retry_max_delay_sec")]
    [InlineData(PropertyNames.Previous, "[Previous]", "previous")]
    public void An_option_has_a_name_where_a_plan_is_a_class_and_one_where_it_is_a_file(string property, string inCSharp, string inFile)
    {
        Assert.Equal(inCSharp, Wording.CSharp[property]);
        Assert.Equal(inFile, Wording.PlanFile[property]);
    }

    [Fact]
    public void A_finding_is_put_into_the_words_of_who_asks()
    {
        var plan = A.Plan(A.Step("improve") with { RepeatUntil = A.Method("is_enough") });

        Assert.StartsWith("MaxIterations of step 'improve' is missing", Message(plan, Wording.CSharp), StringComparison.Ordinal);
        Assert.StartsWith("max_iterations of step 'improve' is missing", Message(plan, Wording.PlanFile), StringComparison.Ordinal);
    }

    [Fact]
    public void So_is_the_value_that_a_remedy_names()
    {
        var plan = A.Plan(A.Step("a").In("g"), A.Group("g", ParallelStrategy.Any, 1));

        Assert.Contains("write Strategy = ParallelStrategy.Threshold, or", Message(plan, Wording.CSharp), StringComparison.Ordinal);
        Assert.Contains("write \"strategy\": \"threshold\", or", Message(plan, Wording.PlanFile), StringComparison.Ordinal);
    }

    private static string Message(PlanModel plan, Wording words) => Assert.Single(PlanRules.Check(plan, TypeFacts.None, words)).Message;
}
