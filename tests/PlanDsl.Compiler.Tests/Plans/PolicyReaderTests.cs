using PlanDsl.Model;
using PlanDsl.Testing.Internal;

namespace PlanDsl.Compiler.Tests;

public class PolicyReaderTests
{
    private const string Everything = """
        [Plan(Timeout = "5m", DefaultTimeout = "00:00:30")]
        public partial class P
        {
            [Step(Timeout = "10s", TotalTimeout = "1m", Retries = 3, RetryDelay = "500ms", RetryMaxDelay = "30s", RetryBackoff = RetryBackoff.Exponential,
                RetryOn = [typeof(TimeoutException), typeof(Refused<int>)], NoRetryOn = new[] { typeof(Hidden) }, Pipeline = "orders")]
            int A(StepContext context) => 1;

            private sealed class Hidden : Exception;
        }
        public class Refused<T> : InvalidOperationException;
        """;

    [Fact]
    public void Bounds_and_retries_are_read_as_written()
    {
        var spec = ReadPlan.From(Everything);
        var step = spec.Model.Steps[0];
        Assert.Equal((new Duration("5m"), new Duration("00:00:30")), (spec.Model.Timeout, spec.Model.DefaultTimeout));
        Assert.Equal((new Duration("10s"), new Duration("1m"), "orders"), (step.Timeout, step.TotalTimeout, step.Pipeline));
        Assert.Equal(
            new RetryModel
            {
                Retries = 3,
                Delay = new("500ms"),
                MaxDelay = new("30s"),
                Backoff = RetryBackoff.Exponential,
                RetryOn = step.Retry!.RetryOn,
                NoRetryOn = step.Retry.NoRetryOn,
            },
            step.Retry);
        Assert.Equal(["global::System.TimeoutException", "global::Refused<int>"], step.Retry.RetryOn!.Value.Select(static type => type.Name));
        Assert.Equal(["global::P.Hidden"], step.Retry.NoRetryOn!.Value.Select(static type => type.Name));
        Assert.Empty(spec.Findings);
    }

    [Fact]
    public void What_is_left_out_stays_unsaid_and_what_is_written_out_does_not()
    {
        var model = ReadPlan.Of("""
            [Step(Timeout = null, RetryOn = null)] int A() => 1;
            [Step(Retries = 0)] int B() => 1;
            [Step(RetryBackoff = RetryBackoff.Constant)] int C() => 1;
            [Step(NoRetryOn = [])] int D() => 1;
            """).Model;
        Assert.Equal((null, null), (model.Timeout, model.DefaultTimeout));
        Assert.Equal((null, null, null, null), (model.Steps[0].Timeout, model.Steps[0].TotalTimeout, model.Steps[0].Retry, model.Steps[0].Pipeline));
        Assert.Equal(new RetryModel { Retries = 0 }, model.Steps[1].Retry);
        Assert.Equal(new RetryModel { Backoff = RetryBackoff.Constant }, model.Steps[2].Retry);
        Assert.Equal(new RetryModel { NoRetryOn = [] }, model.Steps[3].Retry);
    }

    [Fact]
    public void A_context_is_known_by_its_type()
    {
        var step = ReadPlan.Of("[Step] void A(StepContext? context, StepContext again, CancellationToken ct) {}").Model.Steps[0];
        Assert.Equal(
            [ParameterKind.Context, ParameterKind.Context, ParameterKind.CancellationToken],
            step.Parameters.Select(static parameter => parameter.Kind));
        Assert.All(step.Parameters, static parameter => Assert.Equal("", parameter.Key));
        Assert.True(step.TakesContext);
    }

    [Fact]
    public void Two_readings_are_equal_and_hold_no_symbols()
    {
        var (one, other) = (ReadPlan.From(Everything), ReadPlan.From("// Moved.\n" + Everything));
        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        ObjectGraph.AssertHoldsNoSymbols(one);
        foreach (var (old, changed) in new[] { ("5m", "6m"), ("\"10s\"", "\"11s\""), ("= 3", "= 4"), ("Refused<int>)", "Refused<long>)"), ("[typeof(TimeoutException), ", "["), ("\"orders\"", "\"others\"") })
            Assert.NotEqual(one, ReadPlan.From(Everything.Replace(old, changed, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("typeof(string)", "string", "which is no type of exception; name types that derive from Exception")]
    [InlineData("typeof(IDisposable)", "IDisposable", "which is no type of exception; name types that derive from Exception")]
    [InlineData("typeof(Exception[])", "Exception[]", "which is no type of exception; name types that derive from Exception")]
    [InlineData("typeof(List<>)", "List<>", "which is no type of exception; name types that derive from Exception")]
    [InlineData("typeof(Refused<>)", "Refused<>", "which no exception is ever an instance of; write its type arguments")]
    [InlineData("typeof(Local)", "Local", "which is local to its file, where generated code cannot name it; remove 'file'")]
    [InlineData("null", "null", "which is no type; write typeof(…) of an exception")]
    public void Types_that_nothing_can_be_caught_by_are_found_where_they_stand(string type, string display, string fault)
    {
        var source = $$"""
            [Plan] public partial class P
            {
                [Step(Retries = 1, RetryOn = [typeof(TimeoutException), {{type}}])] int A() => 1;
                [Step(Retries = 1, NoRetryOn = new Type[] { {{type}} })] int B() => 1;
            }
            public class Refused<T> : Exception;
            file class Local : Exception;
            """;
        Assert.Equal([$"PLAN0302 @ {type}", $"PLAN0302 @ {type}"], ReadPlan.Findings(source));
        Assert.Equal($"RetryOn of step 'a' lists '{display}', {fault}", ReadPlan.From(source).Findings[0].Message);
    }

    [Fact]
    public void A_type_that_does_not_exist_is_left_to_the_compiler()
    {
        var spec = ReadPlan.Of("[Step(Retries = 1, RetryOn = [typeof(Missing)], NoRetryOn = [typeof(Missing), typeof(List<Missing>)])] int A() => 1;");
        Assert.Empty(spec.Findings);
        Assert.Equal([0], spec.UnresolvedSteps);
        Assert.False(spec.IsValid);
    }
}
