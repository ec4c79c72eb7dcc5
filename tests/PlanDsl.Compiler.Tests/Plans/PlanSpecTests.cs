using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
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
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        Walk(spec, seen);
        Assert.True(seen.Count > 50);
    }

    private static void Walk(object? node, HashSet<object> seen)
    {
        if (node is null || !seen.Add(node))
            return;
        Assert.False(node is ISymbol or SyntaxNode or SyntaxTree or Compilation or Location or TextSpan or SourceText or Delegate, node.GetType().FullName);
        var type = node.GetType();
        if (type.IsPrimitive || type.IsEnum || node is string)
            return;
        if (node is Array items)
        {
            foreach (var item in items)
                Walk(item, seen);
        }

        for (var declaring = type; declaring is not null; declaring = declaring.BaseType)
        {
            foreach (var field in declaring.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                Walk(field.GetValue(node), seen);
        }
    }
}
