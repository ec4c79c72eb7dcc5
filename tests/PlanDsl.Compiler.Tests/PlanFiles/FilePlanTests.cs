using System.Reflection;
using PlanDsl.Model;
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

    [Theory]
    [InlineData("condition", "PLAN0506")]
    [InlineData("args", "PLAN0506")]
    [InlineData("nothing", "")]
    public void A_step_for_which_no_code_can_be_written_is_an_error_even_where_nobody_finds_what_is_wrong(string where, string id)
    {
        var read = PlanFileReader.Read("""{ "plan_id": "x", "steps": [{ "id": "first", "command": "make" }, { "id": "build", "command": "make", "condition": "true" }] }""", ReadFilePlan.Place.Path);
        var build = read.Model.Steps[1];
        build = where switch
        {
            "condition" => build with { When = build.When! with { Condition = Expression.Parse("env.NOWHERE == 'x'").Root } },
            "args" => build with { Body = (CommandBody)build.Body! with { Args = [Template.Parse("{{ env.NOWHERE }}")] } },
            _ => build,
        };

        var plan = FilePlanReader.Read(Unchecked(read, read.Model with { Steps = [read.Model.Steps[0], build] }), ReadFilePlan.Place, PlanCatalog.Empty, CancellationToken.None);

        Assert.Equal(id, string.Concat(plan.FileFindings.Select(static finding => finding.Id)));
        Assert.Equal(id.Length == 0, plan.Spec.IsValid);
        Assert.All(plan.FileFindings, static finding => Assert.Contains("Step 'build'", finding.Message, StringComparison.Ordinal));
    }

    // A file that its reader has passed although it has a fault, of which there is none that anybody knows.
    private static PlanFile Unchecked(PlanFile read, PlanModel model) =>
        (PlanFile)typeof(PlanFile).GetConstructors(BindingFlags.NonPublic | BindingFlags.Instance).Single().Invoke([model, Activator.CreateInstance(typeof(PlanFile).Assembly.GetType("PlanDsl.Model.BoundedFindings")!), read.Map, null, false, false]);
}
