using Microsoft.CodeAnalysis;
using PlanDsl.Compiler;
using PlanDsl.Testing.Internal;

namespace PlanDsl.Generators.Tests;

/// <summary>One mistake is one error: what is generated for a broken plan adds none of its own.</summary>
public class InvalidPlanTests
{
    private const string User = """
        public static class User
        {
            public static async Task Use(P plan)
            {
                var results = await plan.RunAsync();
                _ = plan.Start().Completion;
                _ = plan.Observe();
                _ = P.Definition.Steps;
            }
        }
        """;

    [Theory]
    [InlineData("public ref partial struct P { [Step] int A() => 1; }")]
    [InlineData("public partial class P : B { [Step] int A() => 1; } [Plan] public partial class B { [Step] int A() => 1; }")]
    [InlineData("public partial class P { [Step] int A<T>() => 1; }")]
    [InlineData("public partial class P { [Step] Span<int> A() => default; [Step] int B(Span<int> a) => 1; }")]
    [InlineData("public partial class P { [Step] Task<IAsyncEnumerable<int>> A(CancellationToken ct) => null!; [Step] int B(int[] a) => 1; }")]
    [InlineData("public partial class P { [Step] async void A() => await Task.Yield(); }")]
    [InlineData("public partial class P { [Step] ref int A() => ref _x; int _x; }")]
    [InlineData("public partial class P { [Step] Local A() => null!; } file class Local;")]
    [InlineData("public partial class P { [Step(ResultKey = \"results\")] int A() => 1; [Step(ResultKey = \"to_string\")] int B() => 1; [Step(ResultKey = \"\")] int C() => 1; }")]
    [InlineData("public partial class P { [Step(ResultKey = \"%\")] int A() => 1; [Step(ResultKey = \"a b\")] int B() => 1; }")]
    [InlineData("public partial class P { [Step] int A() => 1; [Step] int AAsync() => 1; [Step] int A(int x) => 1; }")]
    [InlineData("public partial class P { }")]
    [InlineData("public partial class P { [Step] int A() => 1; [Step] void B(string a) {} [Step(DependsOn = [\"x\", null!])] void C([From(null!)] int y) {} }")]
    [InlineData("public partial class P { [Step] void __Table() { } [Step] int Equals() => 1; }")]
    [InlineData("public partial class P { int this[int i] { [Step] get => i; } public static P operator +(P a, P b) => a; }")]
    [InlineData("public partial class P : IDisposable { [Step] void IDisposable.Dispose() { } }")]
    public void Users_of_a_broken_plan_compile(string plan)
    {
        var run = PlanSources.Generate("[Plan] " + plan, plan.StartsWith("public ref", StringComparison.Ordinal) ? "" : User);
        Assert.Contains("throw __Invalid()", run.Sources["P.g.cs"], StringComparison.Ordinal);
        AssertAddsNothing(run);
    }

    [Theory]
    [InlineData("public static partial class P { [Step] static int A() => 1; }")]
    [InlineData("public partial class P { [Step] Missing A([Input] Missing x) => null!; [Step] List<Missing> B(Missing a) => null!; }")]
    [InlineData("public partial class P { [Step] int A([Input] ref int x, [Input] Unknown<int> y) => 1; }")]
    [InlineData("public partial interface P { [Step] int A(); }")]
    [InlineData("file partial class P { [Step] int A() => 1; }")]
    [InlineData("public partial class Start { [Step] int A() => 1; }")]
    [InlineData("public partial class P { [Step] int Results() => 1; }")]
    [InlineData("public partial class P { [Step] int A() => 1; class Results { } [Signal(\"s\")] private partial Task B(); }")]
    [InlineData("public partial class P { [Step] int A() => 1; int Definition => 1; int Start; void Observe() { } Task RunAsync(CancellationToken ct) => Task.CompletedTask; }")]
    [InlineData("public partial class P { [Step] int A() => 1; void Definition() { } void Start(PlanOptions? options, CancellationToken ct) { } }")]
    [InlineData("public partial class P { [Step] int RunAsync() => 1; [Step] int Start() => 1; [Step] int Observe() => 1; [Step] int Definition() => 1; }")]
    [InlineData("public partial class P { [Step] unsafe int* A([Input] int* x) => x; }")]
    [InlineData("public partial class P { [Step] partial int A(); }")]
    [InlineData("public partial class P<T> where T : allows ref struct { [Step] void A([Input] T x) { } }")]
    [InlineData("public partial class P { [Step(OnFailure = (FailurePolicy)9, DependsOn = [nope])] int A() => 1; }")]
    [InlineData("public partial class P { [Step(Timeout = \"soon\", Retries = -1, RetryBackoff = (RetryBackoff)9, RetryOn = [typeof(int), null])] int A(StepContext context) => 1; }")]
    [InlineData("public partial class P { [Step(Timeout = 1, Retries = \"2\", RetryOn = typeof(Exception), NoRetryOn = [typeof(Missing)])] int A() => 1; }")]
    public void Whatever_is_generated_adds_no_error(string plan) => AssertAddsNothing(PlanSources.Generate("[Plan] " + plan));

    [Fact]
    public void A_container_that_is_not_partial_gets_no_second_error() =>
        AssertAddsNothing(PlanSources.Generate("public class Outer { [Plan] public partial class P { [Step] int A() => 1; } }"));

    [Fact]
    public void A_plan_that_is_not_partial_gets_the_compilers_one_error() =>
        Assert.Equal(["CS0260"], PlanSources.Generate("[Plan] public class P { [Step] int A() => 1; }", User).Problems().Select(static problem => problem.Id));

    [Theory]
    [InlineData("[Step] Made A() => new(); [Step] int B(Made a) => 1;")]
    [InlineData("[Step(Retries = 1, RetryOn = [typeof(Made)])] int A() => 1; [Step(Retries = 1, NoRetryOn = new[] { typeof(Made) })] int B(int a) => 1;")]
    public void A_type_that_another_generator_makes_compiles_but_is_not_silent(string steps)
    {
        var run = GeneratorRun.Of(
            TestCompilation.Create($"[Plan] public partial class P {{ {steps} }}"),
            new PlanGenerator(),
            new OneTypeGenerator());
        run.AssertCompiles();
        var spec = PlanReader.Read(run.Output.GetTypeByMetadataName("P")!, PlanSymbols.TryCreate(run.Output)!, CancellationToken.None);
        Assert.Equal(["PLAN0006", "PLAN0006"], spec.Findings.Where(static finding => finding.Severity is Model.FindingSeverity.Error).Select(static finding => finding.Id));
    }

    [Fact]
    public void A_type_that_nobody_makes_is_left_to_the_compiler()
    {
        var run = PlanSources.Generate("[Plan] public partial class P { [Step] Missing A() => new(); }");
        Assert.NotNull(run.Output.GetTypeByMetadataName("P")!.GetMembers(UnresolvedMarker.Name).Single());
        Assert.Empty(PlanReader.Read(run.Output.GetTypeByMetadataName("P")!, PlanSymbols.TryCreate(run.Output)!, CancellationToken.None).Findings);
    }

    [Fact]
    public void What_the_analyzers_read_after_generation_is_what_the_generator_read_before()
    {
        var run = PlanSources.Generate(PlanSources.OrderReport, """
            namespace Shop;
            [Plan] public partial class Outer { [Step] static OrderReportPlan.Results Sub() => null!; [Step] static object Use(OrderReportPlan.Results sub) => sub; }
            """);
        foreach (var type in new[] { "Shop.OrderReportPlan", "Shop.Outer" })
            Assert.Equal(Read(run.Input, type), Read(run.Output, type));

        static PlanSpec Read(Compilation compilation, string type) =>
            PlanReader.Read(compilation.GetTypeByMetadataName(type)!, PlanSymbols.TryCreate(compilation)!, CancellationToken.None);
    }

    private static void AssertAddsNothing(GeneratorRun run)
    {
        var own = run.Input.GetDiagnostics().Where(static problem => problem.Severity is DiagnosticSeverity.Error).Select(static problem => problem.ToString()).ToHashSet(StringComparer.Ordinal);
        Assert.Empty(run.Problems().Where(problem => !own.Contains(problem.ToString()) && problem.Severity is DiagnosticSeverity.Error).Select(static problem => problem.ToString()));
    }

    private sealed class OneTypeGenerator : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context) =>
            context.RegisterSourceOutput(context.CompilationProvider, static (output, _) => output.AddSource("Made.g.cs", "/// <summary>Made.</summary>\npublic sealed class Made : System.Exception;"));
    }
}
