using PlanDsl.Testing.Internal;

namespace PlanDsl.Compiler.Tests;

public class FilePlanTests
{
    [Fact]
    public void A_file_without_a_class_declares_one()
    {
        var spec = ReadFilePlan.Of("""{ "plan_id": "order_report", "steps": [{ "id": "build", "command": "make" }] }""").Spec;
        Assert.True(spec.DeclaresClass);
        Assert.Equal(("Shop", "OrderReportPlan", "x.plan.json"), (spec.Type.Namespace, spec.Type.Name, spec.PlanFile));
        Assert.StartsWith("Shop.OrderReportPlan-", spec.Type.HintName, StringComparison.Ordinal);
    }

    [Fact]
    public void What_moves_in_the_file_changes_nothing()
    {
        const string json = """{ "plan_id": "order_report", "steps": [{ "id": "build", "command": "make", "depends_on": ["x"] }] }""";
        var (one, other) = (ReadFilePlan.Of(json).Spec, ReadFilePlan.Of("\n// Moved.\n" + json).Spec);
        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        ObjectGraph.AssertHoldsNoSymbols(one);
    }
}
