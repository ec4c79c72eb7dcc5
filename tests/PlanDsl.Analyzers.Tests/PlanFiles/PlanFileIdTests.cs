using PlanDsl.Testing.Internal;

namespace PlanDsl.Analyzers.Tests;

public sealed class PlanFileIdTests
{
    [Fact]
    public async Task Reports_a_file_whose_id_an_earlier_file_has()
    {
        var diagnostics = await (VerifyFile.Test with { Files = [new("/src/a.plan.json", PlanWith("\"report\"")), new("/src/b.plan.json", PlanWith("{|PLAN0009:\"report\"|}"))] }).RunAsync();

        Assert.Equal("Plan id 'report' is already taken by 'a.plan.json'; give one of them another plan_id", Assert.Single(diagnostics).GetMessage(null));
    }

    [Fact]
    public async Task Reports_the_file_that_is_not_called_after_the_id()
    {
        var test = Compiled with { Files = [new("/src/a.plan.json", PlanWith("{|PLAN0009:\"report\"|}")), new("/src/plans/report.plan.json", PlanWith("\"report\""))] };

        Assert.Equal("Plan id 'report' is already taken by 'plans/report.plan.json'; give one of them another plan_id", Assert.Single(await test.RunAsync()).GetMessage(null));
    }

    [Fact]
    public async Task Reports_a_file_whose_id_a_plan_in_CSharp_has()
    {
        var diagnostics = await (VerifyFile.Test with { Files = [new("/src/a.plan.json", PlanWith("{|PLAN0009:\"report\"|}"))] }).RunAsync(
            """
            [Plan(Id = "report")]
            public partial class Report
            {
                [Step] void Build() { }
            }
            """);

        Assert.Equal("Plan id 'report' is already taken by 'Report'; give one of them another plan_id", Assert.Single(diagnostics).GetMessage(null));
    }

    [Fact]
    public Task Accepts_a_class_of_the_name_that_its_own_file_has_for_an_id() => (VerifyFile.Test with { Files = [new("/src/a.plan.json", PlanWith("\"Report\""))] }).RunAsync(
        """
        [Plan("a.plan.json")]
        public partial class Report;
        """);

    [Fact]
    public async Task Reports_a_second_class_that_names_the_same_file()
    {
        var diagnostics = await (Compiled with { Files = [new("/src/a.plan.json", PlanWith("\"report\""))] }).RunAsync(
            """
            namespace Shop;

            [Plan("a.plan.json")]
            public partial class First;

            [Plan({|PLAN0009:"a.plan.json"|})]
            public partial class Second;
            """);

        Assert.Equal("Plan id 'report' is already taken by 'Shop.First'; give one of them another plan file", Assert.Single(diagnostics).GetMessage(null));
    }

    [Fact]
    public async Task Reports_a_file_whose_class_would_be_that_of_an_earlier_file()
    {
        var diagnostics = await (Compiled with { Files = [new("/src/a.plan.json", PlanWith("\"order_report\"")), new("/src/b.plan.json", PlanWith("{|PLAN0004:\"order-report\"|}"))] }).RunAsync();

        Assert.Equal(
            "'order-report' cannot be used as the id of a plan that no class names: its class would be 'Shop.OrderReportPlan', as is that of 'a.plan.json'; give one of them another plan_id, or a class that names it",
            Assert.Single(diagnostics).GetMessage(null));
    }

    [Fact]
    public Task Accepts_a_file_with_a_class_though_its_id_would_give_it_that_of_another() =>
        (Compiled with { Files = [new("/src/a.plan.json", PlanWith("\"order_report\"")), new("/src/b.plan.json", PlanWith("\"order-report\""))] }).RunAsync(
            """
            [Plan("a.plan.json")]
            public partial class Report;
            """);

    [Theory]
    [InlineData("namespace Shop { public class OrderReportPlan { } }")]
    [InlineData("namespace Shop { public sealed partial class OrderReportPlan { public int Start => 1; } }")]
    [InlineData("namespace Shop { public enum OrderReportPlan { Start } }")]
    [InlineData("namespace Shop.OrderReportPlan { public class Inner { } }")]
    public async Task Reports_a_file_whose_class_its_author_has_declared(string source)
    {
        var diagnostics = await (Compiled with { Files = [new("/src/a.plan.json", PlanWith("{|PLAN0004:\"order_report\"|}"))] }).RunAsync(source);

        Assert.Equal(
            "'order_report' cannot be used as the id of a plan that no class names: its class would be 'Shop.OrderReportPlan', which is declared already; give it [Plan(\"a.plan.json\")], or the plan another plan_id",
            Assert.Single(diagnostics).GetMessage(null));
    }

    [Fact]
    public async Task Reports_a_file_for_whose_class_there_can_be_no_namespace()
    {
        var test = Compiled with
        {
            Files = [new("/src/a.plan.json", PlanWith("{|PLAN0004:\"order_report\"|}"))],
            Options = Compiled.Options.SetItem("build_property.RootNamespace", "Shop.Orders.Plans"),
        };
        var diagnostics = await test.RunAsync("namespace Shop { public static class Orders { } }");

        Assert.Equal(
            "'order_report' cannot be used as the id of a plan that no class names: its class would be 'Shop.Orders.Plans.OrderReportPlan', and 'Shop.Orders' is a type, in which no namespace can be; write a class with [Plan(\"a.plan.json\")], or give the project another RootNamespace",
            Assert.Single(diagnostics).GetMessage(null));
    }

    [Fact]
    public Task Says_nothing_more_of_a_plan_that_runs_one_whose_class_its_author_has_declared() => (Compiled with
    {
        Files = [new("/src/a.plan.json", PlanWith("{|PLAN0004:\"order_report\"|}")), new("/src/b.plan.json", """{ "plan_id": "outer", "steps": [{ "id": "sub", "plan": "order_report" }] }""")],
    }).RunAsync("namespace Shop { public static class OrderReportPlan { } }");

    [Theory]
    [InlineData("namespace Shop { public class OrderReportPlan<T> { } }")]
    [InlineData("namespace Shop.Other { public class OrderReportPlan { } }")]
    [InlineData("public class OrderReportPlan { }")]
    public Task Accepts_a_file_whose_class_is_like_another(string source) =>
        (Compiled with { Files = [new("/src/a.plan.json", PlanWith("\"order_report\""))] }).RunAsync(source);

    // The generator runs first, as in a build, so that what it declares is there when the analyzer looks.
    private static AnalyzerTest Compiled { get; } = Verify.Test with
    {
        Options = Verify.Test.Options.Add("build_property.ProjectDir", "/src/").Add("build_property.RootNamespace", "Shop"),
        Generators = [new Generators.PlanGenerator(), new Generators.PlanServicesGenerator()],
    };

    private static string PlanWith(string id) => $$"""{ "plan_id": {{id}}, "steps": [{ "id": "build", "command": "make" }] }""";
}
