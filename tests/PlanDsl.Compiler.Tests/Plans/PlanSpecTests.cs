using PlanDsl.Testing.Internal;

namespace PlanDsl.Compiler.Tests;

public class PlanSpecTests
{
    private const string Source = """
        namespace N;
        public partial class Outer
        {
            [Plan(MaxParallel = 2)]
            private partial class P
            {
                [Step(ResultKey = "orders", OnFailure = FailurePolicy.Continue)] Task<List<string>> Fetch([Input] int top = 3, CancellationToken ct = default) => null!;
                [Step(DependsOn = [nameof(Fetch)])] int Count(List<string>? orders, string missing, long fetch) => 1;
                [Step] Unknown Broken(ref int x) => default!;
            }
        }
        """;

    [Fact]
    public void Two_compilations_of_one_source_give_equal_specs()
    {
        var (one, other) = (ReadPlan.From(Source, "N.Outer+P"), ReadPlan.From(Source, "N.Outer+P"));
        Assert.NotSame(one, other);
        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.NotEqual(one, ReadPlan.From(Source.Replace("top = 3", "top = 4", StringComparison.Ordinal), "N.Outer+P"));
    }

    [Fact]
    public void Moving_code_leaves_the_spec_as_it_is() =>
        Assert.Equal(
            ReadPlan.From(Source, "N.Outer+P"),
            ReadPlan.From("// A comment.\n\n" + Source.Replace("[Step]", "\n\n    /* here */ [Step]", StringComparison.Ordinal), "N.Outer+P"));

    [Fact]
    public void A_spec_holds_no_symbol_node_or_position()
    {
        var spec = ReadPlan.From(Source, "N.Outer+P");
        Assert.NotEmpty(spec.Findings);
        ObjectGraph.AssertHoldsNoSymbols(spec);
    }
}
