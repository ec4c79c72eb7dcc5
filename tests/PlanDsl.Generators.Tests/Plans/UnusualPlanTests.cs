using PlanDsl.Testing.Internal;

namespace PlanDsl.Generators.Tests;

/// <summary>Sound plans whose generated half once did not compile, warned, or was bound at run time.</summary>
public sealed class UnusualPlanTests
{
    [Theory]
    [InlineData("public partial class P { [Step] int GetResults() => 1; [Step] int CollectResults(int getResults) => 1; }")]
    [InlineData("public partial class P { [Step] string A([Input] string name = null!) => name; [Step] void B([Input] string name) { } }")]
    [InlineData("public partial class P<T> { [Step] T A([Input] T one = default!, [Input] T? two = default) => one; }")]
    [InlineData("public partial class P<T> where T : struct { [Step] T A([Input] T one = default, [Input] string? two = null) => one; }")]
    [InlineData("public partial class P { [Step] int A([Input] int day, [Input] int _day, [Input] int _plan) => day - _day - _plan; }")]
    public void Compiles_without_a_warning(string plan) => PlanSources.Generate("[Plan] " + plan).AssertCompiles();

    [Fact]
    public void A_default_of_null_is_forgiven_where_nothing_is_said_of_null() => PlanSources.Generate(
        """
        [Plan]
        public partial class P
        {
            [Step] int A([Input] string? name = null) => 1;
        #nullable disable
            [Step] int B([Input] string name = null, [Input] string other = null) => 1;
        #nullable restore
        }
        """).AssertCompiles();

    [Fact]
    public void The_nullability_of_a_values_parts_adds_no_warning() => PlanSources.Generate(
        """
        [Plan]
        public partial class P
        {
            [Step] (string?, int) Pair() => (null, 1);
            [Step] int Take((string, int) pair) => 1;
            [Step(OnFailure = FailurePolicy.SkipDependents, Critical = false)] (string?, int) Skipped() => (null, 1);
            [Step] int TakeSkipped((string, int) skipped) => 1;
        }
        """).AssertCompiles();

    [Fact]
    public void The_nullability_of_a_tasks_result_adds_no_warning() => PlanSources.Generate(
        """
        [Plan]
        public partial class P
        {
            [Step] Task<string?> Maybe() => Task.FromResult<string?>(null);
            [Step] Task<List<string?>> Parts() => Task.FromResult<List<string?>>([]);
            [Step] Task<(string?, int)> Pair() => Task.FromResult<(string?, int)>((null, 1));
            [Step] Task<int?> Number() => Task.FromResult<int?>(null);
            [Step] Task<dynamic> Any() => Task.FromResult<dynamic>(1);
        #nullable disable
            [Step] Task<string> Old() => Task.FromResult("");
        #nullable restore
            [Step] int Take(string? maybe, List<string> parts, (string, int) pair, int? number, object any, string old) => 1;
            [Step] int TakeTwice(string? maybe, List<string?> parts, (string?, int) pair, int? number, dynamic any, string? old) => 1;
        }
        """).AssertCompiles();

    [Fact]
    public void No_call_is_bound_at_run_time()
    {
        var run = PlanSources.Generate(
            """
            [Plan]
            public partial class P
            {
                [Step] dynamic? A([Input] dynamic given) => given;
                [Step] object B(dynamic? a) => 1;
                [Step] object C(object? a) => 1;
                object C(string a) => 1;
                [Step] List<dynamic> D(dynamic b) => [];
                [Step(OnFailure = FailurePolicy.Continue)] Task<dynamic> E(List<dynamic> d, CancellationToken ct) => Task.FromResult<dynamic>(d);
                [Step] int F(dynamic? e) => 1;
                int F(int e) => 1;
            }
            """).AssertCompiles();
        Assert.DoesNotContain(run.Load().GetReferencedAssemblies(), static name => name.Name == "Microsoft.CSharp");
    }
}
