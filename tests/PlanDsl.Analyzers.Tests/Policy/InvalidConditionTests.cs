namespace PlanDsl.Analyzers.Tests;

public sealed class InvalidConditionTests
{
    [Fact]
    public Task Reports_what_does_not_answer_yes_or_no() => Verify.ReportsAsync(
        """
        [Plan]
        public partial class Report
        {
            [Step(When = {|PLAN0308:nameof(Number)|})] void A() { }
            [Step(When = {|PLAN0308:nameof(Later)|})] void B() { }
            [Step(When = {|PLAN0308:nameof(Nothing)|})] void C() { }
            [Step(When = {|PLAN0308:nameof(Maybe)|})] void D() { }

            int Number() => 1;
            Task<bool> Later() => Task.FromResult(true);
            void Nothing() { }
            bool? Maybe() => null;
        }
        """,
        "Condition 'Number' of step 'a' cannot be used: it returns 'int'; return bool",
        "Condition 'Later' of step 'b' cannot be used: it returns 'Task<bool>', and the answer is needed at once; return bool",
        "Condition 'Nothing' of step 'c' cannot be used: it returns nothing; return bool",
        "Condition 'Maybe' of step 'd' cannot be used: it returns 'bool?'; return bool");

    [Fact]
    public Task Reports_what_asks_for_an_attempt() => Verify.ReportsAsync(
        """
        [Plan]
        public partial class Report
        {
            [Step(When = nameof(IsAsked))] void A() { }
            [Step(When = nameof(IsTried))] void B() { }
            [Step(When = nameof(IsServed))] void C() { }

            bool IsAsked(CancellationToken {|PLAN0308:ct|}) => true;
            bool IsTried(StepContext {|PLAN0308:context|}) => true;
            bool IsServed([FromServices] IDisposable {|PLAN0308:service|}) => true;
        }
        """,
        "Condition 'IsAsked' of step 'a' cannot be used: parameter 'ct' takes a CancellationToken, but the answer is needed at once; take results and inputs",
        "Condition 'IsTried' of step 'b' cannot be used: parameter 'context' takes a StepContext, but this is no attempt of the step; take results and inputs",
        "Condition 'IsServed' of step 'c' cannot be used: parameter 'service' takes a service, but services are resolved for attempts of the step; take results and inputs");

    [Fact]
    public Task Reports_names_of_no_method_that_could_be_meant() => Verify.ReportsAsync(
        """
        [Plan]
        public partial class Report
        {
            [Step(When = {|PLAN0308:"IsLarg"|})] void A() { }
            [Step(When = {|PLAN0308:nameof(B)|})] bool B() => true;
            bool IsLarge() => true;
        }
        """,
        "Condition 'IsLarg' of step 'a' cannot be used: there is no such method in the plan; did you mean 'IsLarge'?",
        "Condition 'B' of step 'b' cannot be used: it is a step itself; name a method that is none");

    [Fact]
    public Task Leaves_a_name_that_does_not_exist_to_the_compiler() => Verify.ReportsAsync(
        """
        [Plan]
        public partial class Report
        {
            [Step(When = nameof({|CS0103:IsLarg|}))] void A() { }
            bool IsLarge() => true;
        }
        """);

    [Fact]
    public Task Accepts_methods_that_bind_results_and_inputs() => Verify.AcceptsAsync(
        """
        [Plan]
        public partial class Report
        {
            [Step] int Count() => 1;
            [Step(When = nameof(IsLarge))] int? Shrink(int count) => count / 2;
            [Step(When = "IsLarge")] void Log(int? shrink) { }
            [Step(When = null)] void Always() { }

            private static bool IsLarge([From("count")] long many, [Input] int limit) => many > limit;
        }
        """);
}
