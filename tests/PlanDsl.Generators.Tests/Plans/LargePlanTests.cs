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
        Assert.Equal(count > 64, run.Source.Contains("SetResults64", StringComparison.Ordinal));
        Assert.Equal(string.Join(' ', Enumerable.Range(7, count)), await run.Load().RunAsync("Test", "Run"));
    }
}
