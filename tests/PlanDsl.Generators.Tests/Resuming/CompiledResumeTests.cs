namespace PlanDsl.Generators.Tests;

/// <summary>Compiled plans of all kinds, whose runs are left after each of their events, and resumed.</summary>
public class CompiledResumeTests
{
    [Fact]
    public Task Results_of_all_types_are_read_again() => EndsAsync(
        "a 5  2026-01-02 (1, b) Order { Id = 3, Total = 1.50 } 2 later NaN -Infinity",
        LeftPlan.Of(
            """
            [Step] static string Text() => Did.It("text", "a");
            [Step] static ValueTask<int> Number(string text) => new(Did.It("number", 5));
            [Step] static int? Absent() => Did.It("absent", (int?)null);
            [Step] static DateOnly Day() => Did.It("day", new DateOnly(2026, 1, 2));
            [Step] static (int Left, string Right) Pair() => Did.It("pair", (1, "b"));
            [Step] static Order[] Orders() => Did.It("orders", new[] { new Order(3, 1.50m) });
            [Step] static Dictionary<string, List<int>> ByName() => Did.It("by_name", new Dictionary<string, List<int>> { ["x"] = [1, 2] });
            [Step] static async Task<string> Held() { await Task.Yield(); return Did.It("held", "later"); }
            [Step] static double[] Strange() => Did.It("strange", new[] { double.NaN, double.NegativeInfinity });
            [Step] static void Nothing() => Did.It("nothing");
            [Step] static async Task NothingYet(CancellationToken ct) { await Task.Yield(); Did.It("nothing_yet"); }
            [Step(DependsOn = [nameof(Nothing), nameof(NothingYet)])]
            static string Show(string text, int number, int? absent, DateOnly day, (int, string) pair, Order[] orders, Dictionary<string, List<int>> byName, string held, double[] strange) =>
                Did.It("show", FormattableString.Invariant($"{text} {number} {absent} {day:yyyy-MM-dd} {pair} {orders[0]} {byName["x"][1]} {held} {strange[0]} {strange[1]}"));
            """,
            others: "public sealed record Order(int Id, decimal Total);"));

    [Fact]
    public Task Tasks_that_are_held_are_there_again() => EndsAsync("x23", LeftPlan.Of("""
        [Step] static async Task<string> A() { await Task.Yield(); return Did.It("a", "x"); }
        [Step] static async Task<int> B() { await Task.Yield(); return Did.It("b", 2); }
        [Step] static async Task<int[]> C() { await Task.Yield(); return Did.It("c", new[] { 3, 4 }); }
        [Step] static async Task<string> Show(string a, int b, int[] c) { await Task.Yield(); return Did.It("show", $"{a}{b}{c[0]}"); }
        """));

    // Of more than sixty-four results those that are never absent and come from one call stand in what the caller gets from the beginning.
    // What is not set is computed of what is, or is the author's to leave out.
    [Fact]
    public Task What_is_not_set_need_not_keep_a_result_from_coming_back() => EndsAsync("7 14 5 9 4 6 3 2 (1, 2)", LeftPlan.Of("""
        [Step] static Kept Fetch() => Did.It("fetch", new Kept(4) { Total = 7, Seen = 8 }.Fill());
        [Step] static Pair Both() => Did.It("both", new Pair(6));
        [Step] static Pair? Maybe() => Did.It("maybe", (Pair?)new Pair(3));
        [Step] static string Show(Kept fetch, Pair both, Pair? maybe) => Did.It("show", FormattableString.Invariant($"{fetch.Total} {fetch.Twice} {fetch.Inner} {fetch.Items[0]} {fetch.Taken} {both.One} {maybe?.One} {fetch.Half?.One} {fetch.Place}"));
        """,
        others: """
        public class Kept(int taken)
        {
            public int Total { get; set; }
            public int Twice => Total * 2;
            [System.Text.Json.Serialization.JsonInclude] public int Inner { get; private set; }
            public List<int> Items { get; init; } = [];
            public int Taken { get; } = taken;
            public (int X, int Y) Place { get; set; }
            public Pair? Half { get; set; } = new Pair(2);
            [System.Text.Json.Serialization.JsonIgnore] public int Seen { get; internal set; }
            public Kept Fill() { (Inner, Place) = (5, (1, 2)); Items.Add(9); return this; }
        }

        [method: System.Text.Json.Serialization.JsonConstructor]
        public readonly struct Pair(int one) { public int One { get; } = one; }
        """));

    [Fact]
    public Task What_is_filled_comes_back_too() => EndsAsync("9 8", LeftPlan.Of("""
        [Step] static Filled Fetch() => Did.It("fetch", new Filled { Items = { 9 }, Part = { Value = 8 } });
        [Step] static string Show(Filled fetch) => Did.It("show", FormattableString.Invariant($"{fetch.Items[0]} {fetch.Part.Value}"));
        """,
        others: """
        [System.Text.Json.Serialization.JsonObjectCreationHandling(System.Text.Json.Serialization.JsonObjectCreationHandling.Populate)]
        public class Filled { public List<int> Items { get; } = []; public Part Part { get; } = new(); }
        public class Part { public int Value { get; set; } }
        """));

    [Fact]
    public async Task Results_of_a_large_plan_come_back_whether_they_are_copied_or_not()
    {
        var links = string.Join('\n', Enumerable.Range(1, 64).Select(static link => $"""[Step] static string Link{link}(string link{link - 1}) => Did.It("link{link}", link{link - 1}[..^1] + "{link % 10}");"""));
        var plan = LeftPlan.Of($$"""
            [Step] static string Link0() => Did.It("link0", "-");
            {{links}}
            [Step(Retries = 1)] static int Governed(string link3) => Did.It("governed", 3);
            [Step(When = nameof(Never))] static int Absent() => 4;
            static bool Never() => false;
            [Step] static async Task<int> Held(string link64) { await Task.Yield(); return Did.It("held", 5); }
            [Step] static int[] Each([Each("spread")] int number, StepContext context) => Did.It(context.StepPath, new[] { number });
            [Step] static int[] Spread(string link10) => Did.It("spread", new[] { 6, 7 });
            [Step] static string Show(string link64, int governed, int? absent, int held, int[][] each) => Did.It("show", $"{link64} {governed} {absent} {held} {each[1][0]}");
            """);

        var end = await plan.AssertAsync(every: 7);

        Assert.Contains("\"Link0\":\"-\"", end, StringComparison.Ordinal);
        Assert.Contains("\"Link63\":\"3\"", end, StringComparison.Ordinal);
        Assert.Contains("\"Show\":\"4 3  5 7\"", end, StringComparison.Ordinal);
    }

    [Fact]
    public Task What_is_absent_stays_absent() => EndsAsync("-2--7", LeftPlan.Of("""
        [Step(OnFailure = FailurePolicy.Continue)] static int A() { Did.It("a"); throw new FormatException(); }
        [Step(OnFailure = FailurePolicy.Continue)] static async Task<int> B() { await Task.Yield(); return Did.It("b", 2); }
        [Step(When = nameof(Never))] static DateOnly C(int? a) => default;
        static bool Never() => false;
        [Step(Fallback = nameof(Instead), Retries = 1)] static int E() { Did.It("e"); throw new FormatException(); }
        static int Instead() => 7;
        [Step] static string Show(int? a, int? b, DateOnly? c, int e) => Did.It("show", $"{a}-{b}-{c}-{e}");
        """));

    [Theory]
    [InlineData("ParallelStrategy.All")]
    [InlineData("ParallelStrategy.BestEffort")]
    [InlineData("ParallelStrategy.FailFast")]
    public Task Groups_are_put_together_again(string strategy) => EndsAsync("1,2", LeftPlan.Of(
        """
        [Step(Group = "g")] static async Task<int> A() { await Task.Yield(); return Did.It("g/a", 1); }
        [Step(Group = "g")] static int B() => Did.It("g/b", 2);
        [Step] static string Show(IEnumerable<int?> g) => Did.It("show", string.Join(',', g));
        """.Replace("IEnumerable<int?>", strategy.EndsWith("Effort", StringComparison.Ordinal) ? "int?[]" : "int[]", StringComparison.Ordinal),
        $"[Plan, ParallelGroup(\"g\", Strategy = {strategy})]"));

    [Fact]
    public Task The_winner_of_a_race_stays_the_winner() => EndsAsync("2 2", LeftPlan.Of(
        """
        [Step(Group = "g")] static int A() { Did.It("g/a"); throw new FormatException(); }
        [Step(Group = "g")] static int B() => Did.It("g/b", 2);
        [Step] static string Show(int g, int? b) => Did.It("show", $"{g} {b}");
        """,
        """[Plan(MaxParallel = 1), ParallelGroup("g", Strategy = ParallelStrategy.Any)]"""));

    [Fact]
    public Task Elements_come_back_one_by_one() => EndsAsync("2,4,6 1,,3 1,2,3", LeftPlan.Of("""
        [Step] static List<int> Numbers() => Did.It("numbers", new List<int> { 1, 2, 3 });
        [Step(MaxParallel = 2)]
        static async Task<long> Double([Each("numbers")] int number, StepContext context) { await Task.Yield(); return Did.It(context.StepPath, 2L * number); }
        [Step(OnFailure = FailurePolicy.Continue)]
        static int Odd([Each("numbers")] int number, StepContext context) { Did.It(context.StepPath); return number % 2 == 1 ? number : throw new FormatException(); }
        [Step(Fallback = nameof(Instead))]
        static string Text([Each("numbers")] int number, StepContext context) { Did.It(context.StepPath); return number == 2 ? throw new FormatException() : $"{number}"; }
        static string Instead([Each("numbers")] int number) => $"{number}";
        [Step] static void Log([Each("numbers")] int number, StepContext context) => Did.It(context.StepPath);
        [Step] static string Show(long[] @double, int?[]? odd, string[] text) => Did.It("show", $"{string.Join(',', @double)} {string.Join(',', odd!)} {string.Join(',', text)}");
        """));

    [Fact]
    public Task Loops_go_on_from_the_iteration_before() => EndsAsync("8 xxx 3 other 8,6", LeftPlan.Of("""
        [Step(RepeatUntil = nameof(IsBig), MaxIterations = 9)] static int Grow([Previous] int? last, StepContext context) => Did.It(context.StepPath, 2 * (last ?? 1));
        static bool IsBig(int grow) => grow > 5;
        [Step(RepeatUntil = nameof(IsLong), MaxIterations = 9)] static string Name([Previous] string? last, StepContext context) => Did.It(context.StepPath, last + "x");
        static bool IsLong(string name) => name.Length == 3;
        [Step(RepeatUntil = nameof(Never), MaxIterations = 3, OnExhausted = OnExhausted.UseLast, OnFailure = FailurePolicy.Continue)]
        static int Use([Previous] int? last, StepContext context) => Did.It(context.StepPath, (last ?? 0) + 1);
        [Step(RepeatUntil = nameof(Never), MaxIterations = 2, Fallback = nameof(Other), OnFailure = FailurePolicy.Continue)]
        static string Instead(StepContext context) => Did.It(context.StepPath, "x");
        static bool Never() => false;
        static string Other() => "other";
        [Step] static int[] Numbers() => Did.It("numbers", new[] { 1, 3 });
        [Step(RepeatUntil = nameof(Holds), MaxIterations = 9)]
        static int Each([Each("numbers")] int number, [Previous] int? last, StepContext context) => Did.It(context.StepPath, 2 * (last ?? number));
        static bool Holds(int each) => each > 5;
        [Step] static string Show(int grow, string name, int? use, string? instead, int[] each) => Did.It("show", $"{grow} {name} {use} {instead} {string.Join(',', each)}");
        """));

    [Fact]
    public Task A_plan_within_a_plan_goes_on_where_it_was() => EndsAsync("#5!", LeftPlan.Of(
        """
        private Inner Other => new("#");
        [Step] static int Number() => Did.It("number", 5);
        [Step(Plan = typeof(Inner))] private partial Task<Inner.Results> Inside([From("number")] int number, CancellationToken ct);
        [Step] static string Show(Inner.Results inside) => Did.It("show", inside.Second);
        """,
        others: """
        [Plan]
        public partial class Inner(string prefix)
        {
            [Step] string First([Input] int number) => Did.It("inside/first", prefix + number);
            [Step] static async Task<string> Second(string first) { await Task.Yield(); return Did.It("inside/second", first + "!"); }
        }
        """));

    [Fact]
    public Task Streams_that_were_collected_are_not_produced_again() => EndsAsync("6c", LeftPlan.Of("""
        [Step] static async IAsyncEnumerable<int> Numbers() { Did.It("numbers"); await Task.Yield(); yield return 1; yield return 2; yield return 3; }
        [Step] static async IAsyncEnumerable<string> Words() { Did.It("words"); await Task.Yield(); yield return "b"; yield return "c"; }
        [Step] static string Show(int[] numbers, string words) => Did.It("show", $"{numbers.Sum()}{words}");
        """));

    [Fact]
    public Task Inputs_come_out_of_the_journal() => EndsAsync("2026-01-02 Line { Product = p, Count = 2 } en  x,y", LeftPlan.Of(
        """
        [Step] static Line First([Input] Line line) => Did.It("first", line);
        [Step] static string Show([Input] DateOnly day, Line first, [Input] string[] names, [Input] string language = "en", [Input] int? most = null) =>
            Did.It("show", FormattableString.Invariant($"{day:yyyy-MM-dd} {first} {language} {most} {string.Join(',', names)}"));
        """,
        others: """
        public sealed record Line(string Product, int Count);

        public static class Given
        {
            public static object?[] Inputs => [new Line("p", 2), new DateOnly(2026, 1, 2), new[] { "x", "y" }, "en", null];
        }
        """));

    [Fact]
    public Task Signals_that_came_are_there() => EndsAsync("anna 3", LeftPlan.Of(
        """
        [Signal("approve")] private partial Task<Approval> Approve();
        [Signal("count"), Step(DependsOn = [nameof(Approve)])] private partial Task<int> Count();
        [Signal("go"), Step(DependsOn = [nameof(Count)])] private partial Task Go();
        [Step(DependsOn = [nameof(Go)])] static string Show(Approval approve, int count) => Did.It("show", $"{approve.By} {count}");
        """,
        others: """
        public sealed record Approval(string By);

        public static class Given
        {
            public static void OnStarted(PlanRun run)
            {
                run.Signal("go");
                run.Signal("count", 3);
                run.Signal("approve", new Approval("anna"));
            }
        }
        """));

    [Fact]
    public async Task What_was_done_is_undone_once() => Assert.Equal(
        "Failed a=Succeeded~Succeeded b=Succeeded~Succeeded c=Failed d=Succeeded c",
        await LeftPlan.Of("""
            [Step(Compensate = nameof(UndoA))] static int A() => Did.It("a", 1);
            [Step(Compensate = nameof(UndoB))] static string B(int a) => Did.It("b", "x");
            [Step] static int C(string b) { Did.It("c"); throw new FormatException(); }
            [Step(RunWhen = RunWhen.Always)] static string D(StepOutcome<int> c, StepOutcome<string> b) => Did.It("d", $"{c.Status} {(b.TryGetValue(out var value) ? value : "")}");
            static void UndoA(int a) { if (a != 1) throw new FormatException(); }
            static void UndoB(string b) { if (b != "x") throw new FormatException(); }
            """).AssertAsync());

    [Fact]
    public async Task So_is_what_was_done_for_each_element() => Assert.Equal(
        "Failed numbers=Succeeded order=Succeeded(order[0]=Succeeded~Succeeded order[1]=Succeeded~Succeeded) ship=Failed ship",
        await LeftPlan.Of("""
            [Step] static int[] Numbers() => Did.It("numbers", new[] { 3, 4 });
            [Step(Compensate = nameof(Undo))] static string Order([Each("numbers")] int number, StepContext context) => Did.It(context.StepPath, $"{number}");
            static void Undo(string order, [Each("numbers")] int number) { if (order != $"{number}") throw new FormatException(); }
            [Step] static void Ship(string[] order) { Did.It("ship"); throw new FormatException(); }
            """).AssertAsync());

    [Fact]
    public Task A_struct_is_resumed_too() => EndsAsync("2", new LeftPlan("""
        [Plan]
        public partial struct P
        {
            [Step] int A() => Did.It("a", 1);
            [Step] string Show(int a) => Did.It("show", $"{a + 1}");
        }
        """));

    [Fact]
    public Task Names_of_what_is_generated_may_be_those_of_steps_and_inputs() => EndsAsync("33", LeftPlan.Of(
        """
        [Step] static int Exchange([Input] int inputs, [Input] int runId) => Did.It("exchange", inputs + runId);
        [Step] static int SaveInputs(int exchange) => Did.It("save_inputs", exchange);
        [Step] static string Show(int exchange, int saveInputs) => Did.It("show", $"{exchange}{saveInputs}");
        """,
        others: "public static class Given { public static object?[] Inputs => [1, 2]; }"));

    [Fact]
    public Task Hundreds_of_steps_are_led_to_in_parts() => EndsAsync("300", LeftPlan.Of(string.Concat(
        Enumerable.Range(0, 300).Select(static step => $"[Step] static int S{step}({(step == 0 ? "" : $"int s{step - 1}")}) => Did.It(\"s{step}\", {(step == 0 ? "1" : $"s{step - 1} + 1")});\n"))
        + "[Step] static string Show(int s299) => Did.It(\"show\", $\"{s299}\");"), every: 97);

    // What the last step shows is made of what all others have left.
    private static async Task EndsAsync(string shown, LeftPlan plan, int every = 1) =>
        Assert.Contains($"\"Show\":\"{shown}\"", await plan.AssertAsync(every), StringComparison.Ordinal);
}
