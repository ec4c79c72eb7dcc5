using System.Text.Json;

namespace PlanDsl.Generators.Tests;

/// <summary>What cannot be recorded, or resumed, and what is said of it.</summary>
public class RecordingRefusedTests
{
    [Theory]
    [InlineData("object", "of an object comes back what JSON has of it, a JsonElement")]
    [InlineData("Action", "'System.Action' is nothing that JSON has")]
    [InlineData("Type", "'System.Type' is nothing that JSON has")]
    [InlineData("IntPtr", "'System.IntPtr' is nothing that JSON has")]
    [InlineData("IShape", "'IShape' is abstract, and nothing says which type is to come back; [JsonDerivedType] would")]
    [InlineData("Uncalled", "'Uncalled' has no constructor that the serializer may call")]
    [InlineData("Order[]", "in '[].lines[].price': 'System.Func`1[System.Decimal]' is nothing that JSON has")]
    [InlineData("Dictionary<string, object>", "in '[]': of an object comes back what JSON has of it, a JsonElement")]
    [InlineData("Sum", "in 'total': nothing sets it when a 'Sum' comes back, so that it is empty then; give it a public setter or 'init', or let the constructor that the serializer calls take it")]
    [InlineData("Money?", "in 'amount': nothing sets it when a 'Money' comes back")]
    [InlineData("Fixed", "in 'rate': nothing sets it when a 'Fixed' comes back")]
    [InlineData("List<Basket>", "in '[].items': nothing sets it when a 'Basket' comes back")]
    [InlineData("Derived", "in 'total': nothing sets it when a 'Derived' comes back")]
    [InlineData("System.Numerics.BigInteger", "the serializer can set nothing of a 'System.Numerics.BigInteger', so that it is empty when it comes back; take a type with public setters or 'init', or one with a [JsonConverter]")]
    [InlineData("Half", "in 'hidden': nothing sets it when a 'Half' comes back")]
    [InlineData("Sourced[]", "in '[]': the constructor of 'Sourced' takes 'source', which no member of that name tells; add one, or have the serializer call another")]
    [InlineData("int[,]", "'System.Int32[,]' is an array of several dimensions, which the serializer refuses; take an array of arrays")]
    [InlineData("Stack<int>", "'System.Collections.Generic.Stack`1[System.Int32]' comes back in reverse order; take a list")]
    [InlineData("System.Collections.Immutable.ImmutableStack<int>", "'System.Collections.Immutable.ImmutableStack`1[System.Int32]' comes back in reverse order; take a list")]
    public void A_plan_does_not_start_with_a_journal_that_could_not_keep_its_results(string type, string reason)
    {
        var plan = LeftPlan.Of($"[Step] static {type} Fetch() => Did.It<{type}>(\"fetch\", default!);", others: """
            public interface IShape;
            public sealed class Uncalled { private Uncalled() { } }
            public sealed record Order(int Id, Line[] Lines);
            public sealed record Line(Func<decimal> Price);
            public class Sum { public int Total { get; private set; } }
            public readonly struct Money { public Money(decimal amount) => Amount = amount; public decimal Amount { get; } }
            public class Fixed { public readonly decimal Rate = 1; }
            public class Basket { public List<int> Items { get; } = []; }
            public class Derived : Sum;
            public class Sourced(int total, string source) { public int Total { get; } = total + source.Length; }
            public class Half { public int Kept { get; set; } public int Hidden { get; } }
            """);

        var refused = Assert.Throws<InvalidOperationException>(() => plan.Start(new() { Journal = new MemoryJournal() }));
        Assert.StartsWith("The result of step 'fetch' of plan 'P' is of type '", refused.Message, StringComparison.Ordinal);
        Assert.Contains($", which cannot be recorded in a journal: {reason}", refused.Message, StringComparison.Ordinal);
        Assert.EndsWith(" (PlanOptions.JsonOptions may say how, with a JsonSerializerContext that knows the type)", refused.Message, StringComparison.Ordinal);
        Assert.Empty(plan.Calls);
    }

    [Theory]
    [InlineData("Node", "new Node().Closed()", "A possible object cycle was detected")]
    [InlineData("Lazy", "new Lazy()", "not yet")]
    [InlineData("Shape", "new Circle()", "it is 'Circle', of which a 'Shape' would come back; mark 'Shape' [JsonDerivedType(typeof(Circle))]")]
    [InlineData("List<Drawing>", "[new Drawing(new()), new Drawing(new Circle())]", "'[].shape' is 'Circle', of which a 'Shape' would come back; mark 'Shape' [JsonDerivedType(typeof(Circle))]")]
    [InlineData("Stamped[]", "[new Stamped(1)]", "'[].number' is set by nothing but the constructor, which makes something else of what comes back; give it a public setter or 'init', or let the constructor take it")]
    public async Task A_result_that_would_not_come_back_fails_its_step_which_is_not_done_again(string type, string value, string reason)
    {
        var plan = LeftPlan.Of($"[Step(Retries = 2)] static {type} Fetch() {{ Did.It(\"fetch\"); return {value}; }}", others: """
            public class Node { public Node? Next { get; set; } public Node Closed() { Next = this; return this; } }
            public class Lazy { public int Value { get => throw new TimeoutException("not yet"); set { } } }
            public class Shape;
            public class Circle : Shape;
            public sealed record Drawing(Shape Shape);
            public sealed record Stamped(int Id) { private static int last; public int Number { get; } = ++last; }
            """);

        var (outcome, _) = await plan.RecordAsync();
        Assert.Equal(FailureKind.Binding, outcome.Error!.Kind);
        Assert.StartsWith("The result of step 'fetch' cannot be recorded in a journal: ", outcome.Error.Message, StringComparison.Ordinal);
        Assert.Contains(reason, outcome.Error.Message, StringComparison.Ordinal);
        Assert.Equal(["fetch"], plan.Calls);
    }

    [Fact]
    public async Task What_a_constructor_makes_of_what_it_takes_comes_back() => Assert.Contains("\"Show\":\"6.0 2 x 1.5\"", await LeftPlan.Of("""
        [Step] static Line[] Fetch() => Did.It("fetch", new[] { new Line(1.5m, 4), new Line(2, 1) });
        [Step] static string Show(Line[] fetch) => Did.It("show", FormattableString.Invariant($"{fetch[0].Sum} {fetch[1].Sum} {fetch[0].Text}"));
        """, others: """
        public sealed record Line(decimal Price, int Count) { public decimal Sum { get; } = Price * Count; public string Text { get; } = FormattableString.Invariant($"x {Price}"); }
        """).AssertAsync(), StringComparison.Ordinal);

    [Fact]
    public async Task Without_a_journal_it_starts()
    {
        var outcome = await LeftPlan.Of("[Step] static Action? Fetch() => null;").Start(new()).Completion;

        Assert.Equal(RunStatus.Succeeded, outcome.Status);
    }

    [Fact]
    public void A_plan_does_not_start_with_a_journal_that_could_not_keep_its_inputs()
    {
        var plan = LeftPlan.Of("[Step] static void Report([Input] Action<int> report) { }", others: "public static class Given { public static object?[] Inputs => [null]; }");

        var refused = Assert.Throws<InvalidOperationException>(() => plan.Start(new() { Journal = new MemoryJournal() }));
        Assert.StartsWith("Input 'report' of plan 'P' is of type 'System.Action`1[System.Int32]', which cannot be recorded in a journal: ", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_context_that_the_compiler_has_made_is_enough()
    {
        var options = new PlanOptions { JsonOptions = new() { TypeInfoResolver = RecordableContext.Default } };
        var plan = LeftPlan.Of("""
            [Step] static DateOnly Day() => Did.It("day", new DateOnly(2026, 1, 2));
            [Step(OnFailure = FailurePolicy.Continue)] static DateOnly Other([Input] DateOnly since) => Did.It("other", since);
            [Step] static async Task<Dictionary<string, int>> Counts() { await Task.Yield(); return Did.It("counts", new Dictionary<string, int> { ["a"] = 1 }); }
            [Step] static double[] Rates([Input] string unit) => Did.It("rates", new[] { 1.5, -0.25 });
            [Step] static Tuple<int, string> Pair() => Did.It("pair", Tuple.Create(7, "q"));
            [Step] static string Show(DateOnly day, DateOnly? other, Dictionary<string, int> counts, double[] rates, Tuple<int, string> pair) =>
                Did.It("show", FormattableString.Invariant($"{day:yyyyMMdd} {other:yyyyMMdd} {counts["a"]} {rates[1]} {pair}"));
            """, others: "public static class Given { public static object?[] Inputs => [new DateOnly(2025, 3, 4), \"m\"]; }");
        plan.Options = options;

        Assert.Contains("\"Show\":\"20260102 20250304 1 -0.25 (7, q)\"", await plan.AssertAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_context_that_does_not_know_a_type_is_not()
    {
        var plan = LeftPlan.Of("[Step] static TimeSpan Fetch() => default;");

        var refused = Assert.Throws<InvalidOperationException>(() => plan.Start(new() { Journal = new MemoryJournal(), JsonOptions = new() { TypeInfoResolver = RecordableContext.Default } }));
        Assert.Contains("'System.TimeSpan'", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_that_has_changed_is_refused_with_what_has_changed()
    {
        var (_, events) = await LeftPlan.Of("""
            [Step] static int A() => 1;
            [Step(Retries = 2)] static int B(int a) => a;
            """).RecordAsync();
        var journal = await LeftPlan.CutAsync([.. events.TakeWhile(static told => told is not StepStartedEvent { StepPath: "b" })]);
        var changed = LeftPlan.Of("""
            [Step] static long A() => 1;
            [Step(Retries = 3)] static long B(long a) => a;
            [Step] static int C() => 1;
            """);

        var refused = await Assert.ThrowsAsync<PlanChangedException>(() => changed.ResumeAsync(new() { Journal = journal, AllowChanged = true }));
        Assert.Equal(["Step 'a' returned System.Int32 and returns System.Int64.", "Step 'b' returned System.Int32 and returns System.Int64.", "What step 'b' depends on, or its options, have changed.", "Step 'c' is new."], refused.Differences);

        // The claim is let go of, and what is as it was resumes.
        var bearable = LeftPlan.Of("""
            [Step] static int A() => Did.It("a", 1);
            [Step(Retries = 3)] static int B(int a) => Did.It("b", a);
            """);
        await Assert.ThrowsAsync<PlanChangedException>(() => bearable.ResumeAsync(new() { Journal = journal }));
        var resumed = await bearable.ResumeAsync(new() { Journal = journal, AllowChanged = true });
        Assert.Equal("""Succeeded a=Succeeded b=Succeeded {"A":1,"B":1}""", LeftPlan.TextOf(await resumed.Completion));
        Assert.Equal(["b"], bearable.Calls);
    }

    // What an element or an iteration returns is of the same type as what the step returned.
    [Theory]
    [InlineData("[Step] static int[] A([Each(\"s\")] int one) => [one];", "a step and is a step for each element")]
    [InlineData("[Step(RepeatUntil = nameof(Is), MaxIterations = 2)] static int[] A(int[] s) => s; static bool Is() => true;", "a step and is a step that is repeated")]
    public async Task A_step_that_has_ended_may_not_come_to_run_more_often(string now, string difference)
    {
        const string first = "[Step] static int[] S() => [1, 2];";
        const string last = "[Step(DependsOn = [nameof(A)])] static int B() => 1;";
        var (_, events) = await LeftPlan.Of($"{first} [Step] static int[] A(int[] s) => s; {last}").RecordAsync();
        var journal = await LeftPlan.CutAsync([.. events.TakeWhile(static told => told is not StepStartedEvent { StepPath: "b" })]);

        var refused = await Assert.ThrowsAsync<PlanChangedException>(() => LeftPlan.Of($"{first} {now} {last}").ResumeAsync(new() { Journal = journal, AllowChanged = true }));

        Assert.Equal($"Step 'a' was {difference}.", refused.Differences[0]);
    }

    [Fact]
    public async Task So_is_one_that_runs_a_plan_that_has_changed()
    {
        const string outer = """
            [Step(Plan = typeof(Inner))] private partial Task<Inner.Results> Run(CancellationToken ct);
            [Step] static int B(Inner.Results run) => 1;
            """;
        var (_, events) = await LeftPlan.Of(outer, others: "[Plan] public partial class Inner { [Step] static int First() => 1; [Step] static int Second(int first) => first; }").RecordAsync();
        var journal = await LeftPlan.CutAsync([.. events.TakeWhile(static told => told is not StepStartedEvent { StepPath: "run/second" })]);
        var changed = LeftPlan.Of(outer, others: "[Plan] public partial class Inner { [Step] static int Other() => 1; [Step] static int Second(int other) => other; }");

        var refused = await Assert.ThrowsAsync<PlanChangedException>(() => changed.ResumeAsync(new() { Journal = journal, AllowChanged = true }));
        Assert.Contains("Step 'run/first' is gone.", refused.Differences);
    }

    [Theory]
    [InlineData("[Step(Plan = typeof(Inner))] private partial Task<Inner.Results> Run(CancellationToken ct);", "run/first")]
    [InlineData("[Step(Plan = typeof(Middle))] private partial Task<Middle.Results> Run(CancellationToken ct);", "run/within/first")]
    public async Task So_is_one_that_runs_a_plan_whose_steps_return_something_else(string outer, string step)
    {
        const string middle = "[Plan] public partial class Middle { [Step(Plan = typeof(Inner))] private partial Task<Inner.Results> Within(CancellationToken ct); }";
        var (_, events) = await LeftPlan.Of(outer, others: $"public sealed record Quote(decimal Price); {middle} [Plan] public partial class Inner {{ [Step] static Quote First() => new(5); [Step] static int Second(Quote first) => 1; }}").RecordAsync();
        var journal = await LeftPlan.CutAsync([.. events.TakeWhile(static told => !(told is StepStartedEvent started && started.StepPath.EndsWith("second", StringComparison.Ordinal)))]);
        var changed = LeftPlan.Of(outer, others: $"public sealed record Offer(decimal Total); {middle} [Plan] public partial class Inner {{ [Step] static Offer First() => new(5); [Step] static int Second(Offer first) => 1; }}");

        var refused = await Assert.ThrowsAsync<PlanChangedException>(() => changed.ResumeAsync(new() { Journal = journal, AllowChanged = true }));
        Assert.Equal([$"Step '{step}' returned Quote and returns Offer."], refused.Differences);
    }

    [Fact]
    public async Task An_input_that_was_not_recorded_needs_a_default()
    {
        var (_, events) = await LeftPlan.Of("[Step] static int A([Input] int n = 4) => n;", others: "public static class Given { public static object?[] Inputs => [5]; }").RecordAsync();
        var journal = await LeftPlan.CutAsync(events[..2]);

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => LeftPlan.Of("[Step] static int A([Input] int n, [Input] int m) => n + m;").ResumeAsync(new() { Journal = journal }));
        Assert.Equal("Input 'm' is not recorded of run 'run-1': the plan has been given it since. Give it a default value, resume the run with the plan as it was, or run the plan anew.", refused.Message);
        var other = await Assert.ThrowsAsync<InvalidOperationException>(() => LeftPlan.Of("[Step] static int A([Input] DateOnly n) => n.Day;").ResumeAsync(new() { Journal = journal }));
        Assert.StartsWith("In input 'n' of run 'run-1': the value is no 'System.DateOnly'", other.Message, StringComparison.Ordinal);
        var resumed = await LeftPlan.Of("[Step] static int A([Input] int n, [Input] int m = 7) => n + m;").ResumeAsync(new() { Journal = journal });
        Assert.Equal("""Succeeded a=Succeeded {"A":12}""", LeftPlan.TextOf(await resumed.Completion));
    }

    [Fact]
    public async Task Nobody_resumes_what_is_not_there_or_of_another_plan_or_at_an_end_or_with_somebody_else()
    {
        var plan = LeftPlan.Of("[Signal(\"go\")] private partial Task Go();");
        var journal = new MemoryJournal();
        Assert.Contains("PlanOptions.Journal", (await Assert.ThrowsAsync<ArgumentException>(() => plan.ResumeAsync(new()))).Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<RunNotFoundException>(() => plan.ResumeAsync(new() { Journal = journal }));
        var run = plan.Start(new() { Journal = journal, RunId = LeftPlan.RunId });
        await Assert.ThrowsAsync<RunClaimedException>(() => plan.ResumeAsync(new() { Journal = journal }));
        run.Cancel();
        await run.Completion;
        await Assert.ThrowsAsync<RunCompletedException>(() => plan.ResumeAsync(new() { Journal = journal }));

        var others = await LeftPlan.CutAsync((await LeftPlan.EventsAsync(journal))[..2]);
        var other = LeftPlan.Of("[Step] static int A() => 1;", "[Plan(Id = \"q\")]");
        Assert.Contains("Run 'run-1' is one of plan 'P', not of plan 'q'", (await Assert.ThrowsAsync<ArgumentException>(() => other.ResumeAsync(new() { Journal = others }))).Message, StringComparison.Ordinal);
    }
}
