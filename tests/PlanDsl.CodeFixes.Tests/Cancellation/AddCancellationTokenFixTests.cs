using Microsoft.CodeAnalysis.CodeFixes;
using PlanDsl.Testing.Internal;

namespace PlanDsl.CodeFixes.Tests;

public sealed class AddCancellationTokenFixTests
{
    private static readonly CodeFixTest Test = Fixing.With<AddCancellationTokenFixProvider>();

    [Theory]
    [InlineData("Task Build() => Task.Delay(1);", "Task Build(CancellationToken cancellationToken) => Task.Delay(1, cancellationToken);")]
    [InlineData("Task<string> Build() => File.ReadAllTextAsync(\"a\");", "Task<string> Build(CancellationToken cancellationToken) => File.ReadAllTextAsync(\"a\", cancellationToken);")]
    [InlineData("Task Build() => Task.Run(() => Task.Delay(1));", "Task Build(CancellationToken cancellationToken) => Task.Run(() => Task.Delay(1, cancellationToken), cancellationToken);")]
    [InlineData("Task Build() => Task.CompletedTask;", "Task Build(CancellationToken cancellationToken) => Task.CompletedTask;")]
    [InlineData("Task Build([Input] int n = 1) => Task.Delay(n);", "Task Build([Input] int n = 1, CancellationToken cancellationToken = default) => Task.Delay(n, cancellationToken);")]
    [InlineData("internal Task Build() => Task.Delay(1);", "internal Task Build(CancellationToken cancellationToken = default) => Task.Delay(1, cancellationToken);")]
    public Task Adds_the_parameter_and_passes_it_on(string before, string after) =>
        Test.FixAsync(AddCancellationTokenFixProvider.Key, PlanWith(before), PlanWith(after));

    [Fact]
    public Task Uses_the_name_that_the_other_steps_use() => Test.FixAsync(
        AddCancellationTokenFixProvider.Key,
        PlanWith("Task Build() => Task.Delay(1); [Step] Task Send(CancellationToken ct) => Task.Delay(1, ct);"),
        PlanWith("Task Build(CancellationToken ct) => Task.Delay(1, ct); [Step] Task Send(CancellationToken ct) => Task.Delay(1, ct);"));

    [Fact]
    public Task Avoids_a_name_that_is_taken() => Test.FixAsync(
        AddCancellationTokenFixProvider.Key,
        PlanWith("async Task Build() { var cancellationToken = 1; await Task.Delay(cancellationToken); }"),
        PlanWith("async Task Build(CancellationToken ct) { var cancellationToken = 1; await Task.Delay(cancellationToken, ct); }"));

    [Fact]
    public Task Passes_it_on_only_where_it_is_taken_and_seen() => Test.FixAsync(
        AddCancellationTokenFixProvider.Key,
        PlanWith(
            """
            async Task Build()
                {
                    await Load("a");
                    await Load("a", deep: true);
                    await Load("a", false, CancellationToken.None);
                    await Save("b");
                    await Task.WhenAll(Enumerable.Range(1, 2).Select(i => Task.Delay(i)));
                    await Task.WhenAll(Enumerable.Range(1, 2).Select(static i => Task.Delay(i)));
                    await Own(stop => Task.Delay(1));
                    Store?.Load("a", true);
                    Store?.Inner?.Save("b").GetHashCode();
                }

                IStore? Store => null;
                interface IStore { Task Load(string name, bool deep, CancellationToken token = default); IStore? Inner { get; } Task Save(string name); int Save(string name, CancellationToken token); }
                static Task Load(string name, bool deep = false, CancellationToken token = default) => Task.CompletedTask;
                static Task Save(string name) => Task.CompletedTask;
                static Task<int> Save(string name, CancellationToken token) => Task.FromResult(1);
                static Task Own(Func<CancellationToken, Task> work) => work(default);
            """),
        PlanWith(
            """
            async Task Build(CancellationToken cancellationToken)
                {
                    await Load("a", token: cancellationToken);
                    await Load("a", deep: true, token: cancellationToken);
                    await Load("a", false, CancellationToken.None);
                    await Save("b");
                    await Task.WhenAll(Enumerable.Range(1, 2).Select(i => Task.Delay(i, cancellationToken)));
                    await Task.WhenAll(Enumerable.Range(1, 2).Select(static i => Task.Delay(i)));
                    await Own(stop => Task.Delay(1));
                    Store?.Load("a", true, cancellationToken);
                    Store?.Inner?.Save("b").GetHashCode();
                }

                IStore? Store => null;
                interface IStore { Task Load(string name, bool deep, CancellationToken token = default); IStore? Inner { get; } Task Save(string name); int Save(string name, CancellationToken token); }
                static Task Load(string name, bool deep = false, CancellationToken token = default) => Task.CompletedTask;
                static Task Save(string name) => Task.CompletedTask;
                static Task<int> Save(string name, CancellationToken token) => Task.FromResult(1);
                static Task Own(Func<CancellationToken, Task> work) => work(default);
            """));

    [Fact]
    public Task Keeps_one_parameter_on_each_line() => Test.FixAsync(
        AddCancellationTokenFixProvider.Key,
        PlanWith(
            """
            Task Build(
                    [Input] int days, // at least one
                    [Input] string name) =>
                    Task.Delay(
                        days);
            """),
        PlanWith(
            """
            Task Build(
                    [Input] int days, // at least one
                    [Input] string name,
                    CancellationToken cancellationToken) =>
                    Task.Delay(
                        days,
                        cancellationToken);
            """));

    [Fact]
    public Task Adds_the_using_that_is_missing() => (Test with { ImplicitUsings = false }).FixAsync(
        AddCancellationTokenFixProvider.Key,
        """
        using System.Threading.Tasks;
        using PlanDsl;

        [Plan]
        public partial class Report
        {
            [Step] Task Build() => Task.Delay(1);
        }
        """,
        """
        using System.Threading;
        using System.Threading.Tasks;
        using PlanDsl;

        [Plan]
        public partial class Report
        {
            [Step] Task Build(CancellationToken cancellationToken) => Task.Delay(1, cancellationToken);
        }
        """);

    [Fact]
    public Task Adds_no_using_that_is_global() => Test.FixAsync(
        AddCancellationTokenFixProvider.Key,
        "[Plan] public partial class Report { [Step] Task Build() => Task.Delay(1); }",
        "[Plan] public partial class Report { [Step] Task Build(CancellationToken cancellationToken) => Task.Delay(1, cancellationToken); }");

    [Fact]
    public Task Keeps_callers_compiling() => Test.FixAsync(
        AddCancellationTokenFixProvider.Key,
        PlanWith("Task Build() => Task.Delay(1); Task Again() => Build();"),
        PlanWith("Task Build(CancellationToken cancellationToken = default) => Task.Delay(1, cancellationToken); Task Again() => Build();"));

    [Theory]
    [InlineData("Task Build() => Task.Delay(1); Func<Task> Group => Build;")]
    [InlineData("Task Build(params int[] counts) => Task.Delay(counts.Length); [Step] int[] Counts() => [];")]
    public async Task Is_not_offered_where_the_signature_is_not_its_own_to_change(string step) =>
        Assert.Empty(await Test.OfferedAsync(PlanWith(step)));

    [Fact]
    public async Task Is_not_offered_for_an_implementation_of_an_interface() => Assert.Empty(await Test.OfferedAsync(
        """
        public interface IBuild { Task Build(); }

        [Plan]
        public partial class Report : IBuild
        {
            [Step] public Task Build() => Task.Delay(1);
        }
        """));

    [Fact]
    public Task Fix_all_reaches_every_step_of_a_document() => Test.FixAllAsync(
        AddCancellationTokenFixProvider.Key,
        FixAllScope.Document,
        [PlanWith("Task Build() => Task.Delay(1); [Step] Task Send() => Task.Delay(2);")],
        [PlanWith("Task Build(CancellationToken cancellationToken) => Task.Delay(1, cancellationToken); [Step] Task Send(CancellationToken cancellationToken) => Task.Delay(2, cancellationToken);")]);

    [Theory]
    [InlineData(FixAllScope.Project)]
    [InlineData(FixAllScope.Solution)]
    public Task Fix_all_reaches_every_document(FixAllScope scope) => Test.FixAllAsync(
        AddCancellationTokenFixProvider.Key,
        scope,
        [PlanWith("Task Build() => Task.Delay(1);"), PlanWith("Task Build() => Task.Delay(1);", "Other")],
        [
            PlanWith("Task Build(CancellationToken cancellationToken) => Task.Delay(1, cancellationToken);"),
            PlanWith("Task Build(CancellationToken cancellationToken) => Task.Delay(1, cancellationToken);", "Other"),
        ]);

    private static string PlanWith(string step, string name = "Report") =>
        $$"""
        using System.IO;

        [Plan]
        public partial class {{name}}
        {
            [Step] {{step}}
        }
        """;
}
