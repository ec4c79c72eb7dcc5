using Microsoft.CodeAnalysis;
using PlanDsl.Testing.Internal;

namespace PlanDsl.Generators.Tests;

public class PlanServicesTests
{
    private const string Plans = """
        namespace Shop
        {
            [Plan] public partial class OrderPlan(TimeProvider clock) { [Step] TimeProvider Clock() => clock; }
            [Plan] internal partial class Hidden { [Step] static int A() => 1; }
            [Plan] public partial class Generic<T> { [Step] static int A() => 1; }
            [Plan] public abstract partial class Abstract { [Step] static int A() => 1; }
            [Plan] public partial struct Value { [Step] static int A() => 1; }
            public partial class Outer
            {
                [Plan] internal partial class Nested { [Step] static int A() => 1; }
                [Plan] private partial class Secret { [Step] static int A() => 1; }
            }
            [Plan] public partial class Singleton { private Singleton() { } [Step] static int A() => 1; }
        }
        """;

    [Fact]
    public void The_plans_that_a_container_can_make_are_registered() =>
        Snapshot.Verify(Generate(Plans).AssertCompiles().Sources["PlanDsl-services.g.cs"]);

    [Fact]
    public async Task They_are_transient() => Assert.Equal("Hidden Transient, OrderPlan Transient, Nested Transient", await Generate(Plans, """
        using Microsoft.Extensions.DependencyInjection;
        public static class Test
        {
            public static Task<string> Run()
            {
                var services = new ServiceCollection().AddTestsPlans();
                return Task.FromResult(string.Join(", ", services.Where(service => service.ServiceType.Assembly == typeof(Test).Assembly).Select(service => $"{service.ServiceType.Name} {service.Lifetime}")));
            }
        }
        """).AssertCompiles().Load().RunAsync("Test", "Run"));

    [Fact]
    public void Without_plans_or_without_services_nothing_is_generated()
    {
        Assert.Empty(GeneratorRun.Of(TestCompilation.Create("class C { }"), new PlanServicesGenerator()).Sources);

        var without = TestReferences.Default.Where(static reference => reference.Display?.Contains("DependencyInjection.Abstractions", StringComparison.Ordinal) is not true);
        Assert.Empty(GeneratorRun.Of(TestCompilation.Create([.. without], Plans), new PlanServicesGenerator()).Sources);
    }

    [Fact]
    public void The_name_of_an_assembly_becomes_an_identifier()
    {
        var compilation = TestCompilation.Create("[Plan] public partial class P { [Step] static int A() => 1; }").WithAssemblyName("shop.order-reports_2");
        Assert.Contains("AddShopOrderReports2Plans(", GeneratorRun.Of(compilation, new PlanServicesGenerator()).Source, StringComparison.Ordinal);
    }

    [Fact]
    public void Moving_code_and_editing_bodies_re_emits_nothing()
    {
        var run = GeneratorRun.Of(TestCompilation.Create(Plans, "class C { }"), new PlanServicesGenerator());
        run.Again().AssertNothingReEmitted();
        run.Again(run.Input.WithSource(0, "\n" + Plans.Replace("=> clock;", "=> clock ?? throw new InvalidOperationException();", StringComparison.Ordinal))).AssertNothingReEmitted();
        var again = run.Again(run.Input.WithSource(1, "class C { void M() { } }")).AssertNothingReEmitted();
        Assert.All(
            again.ReasonsOf(PlanServicesSteps.Read).Concat(again.ReasonsOf(PlanServicesSteps.NameAssembly)),
            static reason => Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged));
    }

    private static GeneratorRun Generate(params ReadOnlySpan<string> sources) =>
        GeneratorRun.Of(TestCompilation.Create(sources), new PlanGenerator(), new PlanServicesGenerator());
}
