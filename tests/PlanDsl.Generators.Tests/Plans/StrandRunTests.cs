using PlanDsl.Testing.Internal;

namespace PlanDsl.Generators.Tests;

/// <summary>Loads plans whose steps follow each other, and runs them by <c>RunAsync</c>, which has one method call them all.</summary>
public class StrandRunTests
{
    private const string Steps = """
        [Step] int First([Input] int value) => value + 1;
        [Step] Task<int> Second(int first) => Task.FromResult(first * 2);
        [Step] async ValueTask<int> Third(int second, CancellationToken token) { await Task.Yield(); token.ThrowIfCancellationRequested(); return second + 3; }
        [Step(DependsOn = [nameof(Third)])] async Task Fourth() => await Task.Yield();
        [Step(DependsOn = [nameof(Fourth)])] void Fifth() => Begun += " fifth";
        [Step(DependsOn = [nameof(Fifth)])] string Sixth(int third) => $"{third}!";
        """;

    [Theory]
    [InlineData("")]
    [InlineData("MaxParallel = 1")]
    public Task A_chain_of_steps_of_every_kind_passes_results_on(string options) =>
        AssertAsync("15! 15 fifth", Steps, options, """return $"{results.Sixth} {results.Third}{plan.Begun}";""");

    [Theory]
    [InlineData("[Step] static int Second(int first) => throw new FormatException();")]
    [InlineData("[Step] static Task<int> Second(int first) => throw new FormatException();")]
    [InlineData("[Step] static async Task<int> Second(int first) { await Task.Yield(); throw new FormatException(); }")]
    public Task A_step_that_fails_on_the_way_is_named_and_those_after_it_never_begin(string second) => AssertAsync(
        "second FormatException: first=Succeeded second=Failed third=Cancelled",
        $$"""
        [Step] static int First([Input] int value) => value;
        {{second}}
        [Step] int Third(int second) { Begun += " third"; return second; }
        """);

    [Fact]
    public Task A_step_that_is_tolerated_leaves_the_rest_to_go_on() => AssertAsync("none third", """
        [Step] static int First([Input] int value) => value;
        [Step(OnFailure = FailurePolicy.Continue)] static int Second(int first) => throw new FormatException();
        [Step] string Third(int? second) { Begun += " third"; return second?.ToString() ?? "none"; }
        """, "", """return $"{results.Third}{plan.Begun}";""");

    [Fact]
    public Task Nothing_begins_once_the_caller_has_cancelled() => AssertAsync("OperationCanceledException first", """
        [Step] int First([Input] int value) { Begun += " first"; Cancellation.Cancel(); return value; }
        [Step] int Second(int first) { Begun += " second"; return first; }
        [Step] int Third(int second) { Begun += " third"; return second; }
        """);

    [Fact]
    public Task What_a_step_changes_in_its_context_stays_with_it() => AssertAsync("   ", """
        static readonly AsyncLocal<string> Ambient = new();
        [Step] static string First([Input] int value) { Ambient.Value = "first"; return ""; }
        [Step] static string Second(string first) { var seen = Ambient.Value; Ambient.Value = "second"; return $"{first} {seen}"; }
        [Step] static Task<string> Third(string second) { var seen = Ambient.Value; Ambient.Value = "third"; return Task.FromResult($"{second} {seen}"); }
        [Step] static string Fourth(string third) => $"{third} {Ambient.Value}";
        """, "", "return results.Fourth;");

    private static async Task AssertAsync(string expected, string steps, string options = "", string shown = "return \"succeeded\";")
    {
        var assembly = PlanSources.Generate($$"""
            [Plan({{options}})]
            public partial class P
            {
                public string Begun { get; private set; } = "";
                public CancellationTokenSource Cancellation { get; } = new();
                {{steps}}
            }

            public static class Test
            {
                public static async Task<string> Run()
                {
                    var plan = new P();
                    try
                    {
                        var results = await plan.RunAsync(5, plan.Cancellation.Token);
                        {{shown}}
                    }
                    catch (OperationCanceledException)
                    {
                        return "OperationCanceledException" + plan.Begun;
                    }
                    catch (PlanFailedException failure)
                    {
                        return $"{failure.Outcome.Error!.StepId} {failure.Outcome.Error.Exception!.GetType().Name}: {string.Join(' ', failure.Outcome.Steps.Select(step => $"{step.Id}={step.Status}"))}{plan.Begun}";
                    }
                }
            }
            """).AssertCompiles().Load();
        Assert.Equal(expected, await assembly.RunAsync("Test", "Run"));
    }
}
