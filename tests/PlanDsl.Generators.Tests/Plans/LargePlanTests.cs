using System.Globalization;
using PlanDsl.Testing.Internal;

namespace PlanDsl.Generators.Tests;

public class LargePlanTests
{
    [Theory]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(300)]
    [InlineData(5_000)]
    [InlineData(300, "(DefaultTimeout = \"1h\")")]
    public async Task Plans_of_any_size_compile_and_run(int count, string options = "")
    {
        var run = PlanSources.Generate(PlanSources.Chain(count).Replace("[Plan]", $"[Plan{options}]", StringComparison.Ordinal), $$"""
            public static class Test
            {
                public static async Task<string> Run()
                {
                    var results = await new ChainPlan().RunAsync(start: 7);
                    return $"{results.S{{count - 1}}} {ChainPlan.Definition.Steps.Count}";
                }
            }
            """).AssertCompiles();
        Assert.Equal(count > 256, run.Source.Contains("InvokeFrom64", StringComparison.Ordinal));
        Assert.Equal($"{7 + count - 1} {count}", await run.Load().RunAsync("Test", "Run"));
    }

    [Theory]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(129)]
    public async Task Every_result_has_its_member_however_many_there_are(int count)
    {
        var members = string.Join(", ", Enumerable.Range(0, count).Select(static step => $"results.S{step}"));
        var run = PlanSources.Generate(PlanSources.Chain(count), $$"""
            public static class Test
            {
                public static async Task<string> Run()
                {
                    var results = await new ChainPlan().RunAsync(start: 7);
                    return string.Join(" ", {{members}});
                }
            }
            """).AssertCompiles();
        Assert.Equal(count > 64, run.Source.Contains("internal int _s0;", StringComparison.Ordinal));
        Assert.Equal(string.Join(' ', Enumerable.Range(7, count)), await run.Load().RunAsync("Test", "Run"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("(MaxParallel = 1)")]
    public async Task What_is_kept_for_the_caller_at_once_is_what_is_handed_over_in_the_end(string options)
    {
        const int count = 130;
        var run = PlanSources.Generate($$"""
            [Plan{{options}}]
            public partial class P
            {
                {{string.Join('\n', Enumerable.Range(0, count).Select(StepOf))}}
            }

            public static class Test
            {
                public static async Task<string> Run()
                {
                    var (run, started) = (await new P().RunAsync(7), await new P().Start(7).GetResultsAsync());
                    return Text(run) == Text(started) ? Text(run) : $"{Text(run)}, but started {Text(started)}";
                }

                private static string Text(P.Results results) => string.Join(' ', new object?[] { {{string.Join(", ", Enumerable.Range(0, count).Select(static step => $"results.S{step}"))}} });
            }
            """).AssertCompiles();
        Assert.Contains("internal int _s0;", run.Source, StringComparison.Ordinal);

        // What may be absent, and what an attempt that nobody waits for any more could still write to.
        Assert.DoesNotContain("internal string? _s3;", run.Source, StringComparison.Ordinal);
        Assert.DoesNotContain("internal string? _s4;", run.Source, StringComparison.Ordinal);
        Assert.Equal(string.Join(' ', Enumerable.Range(0, count).Select(ResultOf)), await run.Load().RunAsync("Test", "Run"));
    }

    // A value at once, a task, a value task, what is tolerated if it fails, and what is tried again.
    private static string StepOf(int step) => (step % 5) switch
    {
        0 => $"[Step] static int S{step}([Input] int start) => start + {step};",
        1 => $"[Step] static async Task<int> S{step}(int s{step - 1}) {{ await Task.Yield(); return s{step - 1} + 1; }}",
        2 => $"[Step] static async ValueTask<string> S{step}(int s{step - 1}) {{ await Task.Yield(); return \"v\" + s{step - 1}; }}",
        3 => $"[Step(OnFailure = FailurePolicy.Continue)] static string S{step}(string s{step - 1}) => s{step - 1}.Length == 3 ? s{step - 1} + \"!\" : throw new FormatException();",
        _ => $"[Step(Retries = 1)] static string S{step}(string? s{step - 1}) => s{step - 1} ?? \"none\";",
    };

    private static string? ResultOf(int step)
    {
        var value = 7 + step - (step % 5) + (step % 5 == 0 ? 0 : 1);
        var tolerated = value is >= 10 and < 100 ? $"v{value}!" : null;
        return (step % 5) switch
        {
            0 or 1 => value.ToString(CultureInfo.InvariantCulture),
            2 => $"v{value}",
            3 => tolerated,
            _ => tolerated ?? "none",
        };
    }
}
