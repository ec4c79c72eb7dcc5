using System.Collections.Immutable;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using PlanDsl.Testing.Internal;

namespace PlanDsl.Generators.Tests;

/// <summary>Loads plans that run plans, and runs them.</summary>
public class SubPlanRunTests
{
    private const string Inner = """
        [Plan]
        public partial class Inner(string prefix)
        {
            [Step] string Text([Input] long number, [Input] string suffix = "!") => number < 0 ? throw new FormatException("negative") : prefix + number + suffix;
        }
        """;

    private const string Outer = """
        [Plan]
        public partial class Outer(Inner inner)
        {
            [Step] static int Number([Input] int start) => start + 1;
            [Step(Plan = typeof(Inner))] private partial Task<Inner.Results> Inner([From("number")] int number, CancellationToken ct);
            [Step] static string Show(Inner.Results inner) => inner.Text;
            public Task<Inner.Results> Alone(int number) => Inner(number, default);
        }
        """;

    [Fact]
    public async Task The_plan_of_a_step_runs_with_its_inputs_and_gives_its_results() => Assert.Equal("#42! #7! inner:Succeeded", await RunAsync("""
        public static class Test
        {
            public static async Task<string> Run()
            {
                var plan = new Outer(new Inner("#"));
                var outcome = await plan.Start(41).Completion;
                return $"{outcome.Results!.Show} {(await plan.Alone(7)).Text} {outcome.Steps[1].Id}:{outcome.Steps[1].Status}";
            }
        }
        """));

    [Fact]
    public async Task Its_failure_is_that_of_the_step() => Assert.Equal("Failed Failed Cancelled", await RunAsync("""
        public static class Test
        {
            public static async Task<string> Run()
            {
                var outcome = await new Outer(new Inner("#")).Start(-9).Completion;
                return $"{outcome.Status} {outcome.Steps[1].Status} {outcome.Steps[2].Status}";
            }
        }
        """));

    [Fact]
    public async Task Where_the_plan_has_no_such_member_the_instance_comes_from_the_services_of_each_attempt() => Assert.Equal("#42! made:2 disposed:2", await PlanSources.Generate(Inner, """
        using Microsoft.Extensions.DependencyInjection;

        [Plan]
        public partial class Outer
        {
            [Step(Plan = typeof(Inner), Retries = 1)] private partial Task<Inner.Results> Inner([Input] int number);
            [Step] static string Show(Inner.Results inner) => inner.Text;
        }

        public sealed class Container : IServiceProvider, IServiceScopeFactory
        {
            public int Made, Disposed;
            public object? GetService(Type type) => type == typeof(IServiceScopeFactory) ? this : null;
            public IServiceScope CreateScope() => new Scope(this);

            private sealed class Scope(Container container) : IServiceScope, IServiceProvider
            {
                public IServiceProvider ServiceProvider => this;
                public object? GetService(Type type) => ++container.Made == 1 ? throw new InvalidOperationException("not yet") : new Inner("#");
                public void Dispose() => container.Disposed++;
            }
        }

        public static class Test
        {
            public static async Task<string> Run()
            {
                var container = new Container();
                var results = await new Outer().Start(42, new PlanOptions { Services = container }).GetResultsAsync();
                return $"{results.Show} made:{container.Made} disposed:{container.Disposed}";
            }
        }
        """).AssertCompiles().Load().RunAsync("Test", "Run"));

    [Fact]
    public async Task RunAsync_of_a_plan_that_needs_services_says_how_to_start_it() => Assert.Equal(
        "Steps of plan 'P' ask for services, and the run is given none: start it by Start(…, new PlanOptions { Services = … }).",
        await PlanSources.Generate("""
            [Plan] public partial class P { [Step] static int A([FromServices] TimeProvider clock) => 1; }

            public static class Test
            {
                public static async Task<string> Run()
                {
                    try { await new P().RunAsync(); return ""; }
                    catch (InvalidOperationException thrown) { return thrown.Message; }
                }
            }
            """).AssertCompiles().Load().RunAsync("Test", "Run"));

    [Fact]
    public async Task A_plan_of_a_referenced_assembly_runs_like_one_of_the_same()
    {
        using var library = new MemoryStream();
        var built = GeneratorRun.Of(TestCompilation.Create(Inner).WithAssemblyName("Library"), new PlanGenerator()).AssertCompiles().Output.Emit(library);
        Assert.True(built.Success, string.Join('\n', built.Diagnostics));
        const string test = """
            public static class Test
            {
                public static async Task<string> Run() => (await new Outer(new Inner("#")).RunAsync(41)).Show;
            }
            """;
        ImmutableArray<MetadataReference> references = [.. TestReferences.Default, MetadataReference.CreateFromImage(library.ToArray())];
        using var image = new MemoryStream();
        var emitted = GeneratorRun.Of(TestCompilation.Create(references, Outer, test), new PlanGenerator()).AssertCompiles().Output.Emit(image);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));
        (library.Position, image.Position) = (0, 0);
        var context = new AssemblyLoadContext(name: null, isCollectible: false);
        context.LoadFromStream(library);

        Assert.Equal("#42!", await context.LoadFromStream(image).RunAsync("Test", "Run"));
    }

    private static Task<string> RunAsync(string test) =>
        PlanSources.Generate(Inner, Outer, test).AssertCompiles().Load().RunAsync("Test", "Run");
}
