namespace PlanDsl.Analyzers.Tests;

public sealed class TypeMismatchTests
{
    [Fact]
    public Task Reports_each_consumer_at_the_type_of_its_parameter() => Verify.ReportsAsync(
        """
        [Plan]
        public partial class Report
        {
            [Step] string[] Orders() => [];
            [Step] void Build({|PLAN0202:List<int>|} orders) { }
            [Step] void Send({|PLAN0202:int|} orders) { }
            [Step] void Count(IReadOnlyList<string> orders) { }
        }
        """,
        "Parameter 'orders' of step 'build' takes 'List<int>', but 'orders' is produced as 'string[]' by step 'orders'; change one of the two types",
        "Parameter 'orders' of step 'send' takes 'int', but 'orders' is produced as 'string[]' by step 'orders'; change one of the two types");

    [Fact]
    public Task Says_that_results_are_awaited() => Verify.ReportsAsync(
        """
        [Plan]
        public partial class Report
        {
            [Step] Task<string[]> Orders(CancellationToken ct) => Task.FromResult(new string[1]);
            [Step] string? Name() => null;
            [Step] void Build({|PLAN0202:Task<string[]>|} orders) { }
            [Step] void Send({|PLAN0202:ValueTask<string?>|} name) { }
            [Step] void Count({|PLAN0202:Task<int>|} orders) { }
        }
        """,
        "Parameter 'orders' of step 'build' takes 'Task<string[]>', but 'orders' is produced as 'string[]' by step 'orders'; results are awaited: take 'string[]'",
        "Parameter 'name' of step 'send' takes 'ValueTask<string?>', but 'name' is produced as 'string?' by step 'name'; results are awaited: take 'string?'",
        "Parameter 'orders' of step 'count' takes 'Task<int>', but 'orders' is produced as 'string[]' by step 'orders'; change one of the two types");

    [Fact]
    public Task Says_what_to_take_where_a_result_may_be_absent_as_well() => Verify.ReportsAsync(
        """
        [Plan]
        public partial class Report
        {
            [Step(OnFailure = FailurePolicy.Continue, Critical = false)] int Weigh([Each("parts")] int part, [Input] int[] parts) => part;
            [Step(When = nameof(IsDue))] List<string?> Names() => [];
            [Step(When = nameof(IsDue))] int Count() => 1;
            [Step] void Build({|PLAN0202:int[]?|} weigh) { }
            [Step] void Sum({|PLAN0202:int[]|} weigh) { }
            [Step] void Send({|PLAN0202:List<string>|} names, {|PLAN0202:Task<int>?|} count) { }
            [Step] void Right(int?[]? weigh, List<string?>? names, int? count) { }
            bool IsDue() => true;
        }
        """,
        "Parameter 'weigh' of step 'build' takes 'int[]?', but 'weigh' is produced as 'int?[]' by step 'weigh'; they differ in what may be null: take 'int?[]?'",
        "Parameter 'weigh' of step 'sum' takes 'int[]', but 'weigh' is produced as 'int?[]' by step 'weigh'; they differ in what may be null: take 'int?[]?'",
        "Parameter 'names' of step 'send' takes 'List<string>', but 'names' is produced as 'List<string?>' by step 'names'; they differ in what may be null: take 'List<string?>?'",
        "Parameter 'count' of step 'send' takes 'Task<int>?', but 'count' is produced as 'int' by step 'count'; results are awaited: take 'int?'");

    [Fact]
    public Task Says_what_the_outcome_of_a_step_that_returns_nothing_is() => Verify.ReportsAsync(
        """
        [Plan]
        public partial class Report
        {
            [Step] void Send() { }
            [Step(RunWhen = RunWhen.Always)] void Log({|PLAN0202:StepOutcome<string>|} send) { }
            [Step(RunWhen = RunWhen.Always)] void Tell(StepOutcome<object> send, [From("send")] StepOutcome<object?> again) { }
        }
        """,
        "Parameter 'send' of step 'log' takes 'StepOutcome<string>', but step 'send' returns nothing; take 'StepOutcome<object>'");

    [Fact]
    public Task Says_which_type_an_outcome_has() => Verify.ReportsAsync(
        """
        [Plan]
        public partial class Report
        {
            [Step] int Fetch() => 1;
            [Step] string? Name() => null;
            [Step(RunWhen = RunWhen.Always)] void Log({|PLAN0202:StepOutcome|} fetch) { }
            [Step(RunWhen = RunWhen.Always)] void Tell({|PLAN0202:StepOutcome<string>|} fetch, {|PLAN0202:StepOutcome<int>?|} name) { }
        }
        """,
        "Parameter 'fetch' of step 'log' takes 'StepOutcome', but 'fetch' is produced as 'int' by step 'fetch'; to learn how it has ended, take 'StepOutcome<int>'",
        "Parameter 'fetch' of step 'tell' takes 'StepOutcome<string>', but 'fetch' is produced as 'int' by step 'fetch'; take 'StepOutcome<int>'",
        "Parameter 'name' of step 'tell' takes 'StepOutcome<int>?', but 'name' is produced as 'string?' by step 'name'; take 'StepOutcome<string?>'");

    [Fact]
    public Task Says_nothing_of_what_a_step_that_cannot_be_generated_returns() => Verify.ReportsAsync(
        """
        [Plan]
        public partial class Report
        {
            [Step] async void {|PLAN0006:Send|}() => await Task.Yield();
            [Step(RunWhen = RunWhen.Always)] void Log(StepOutcome<int> send) { }
        }
        """,
        "Step 'Send' cannot be generated: it is 'async void', whose end nobody can await; return Task");

    [Fact]
    public Task Says_nothing_of_a_group_with_a_member_that_cannot_be_generated() => Verify.ReportsAsync(
        """
        [Plan]
        [ParallelGroup("both")]
        public partial class Report
        {
            [Step(Group = "both")] async void {|PLAN0006:Send|}() => await Task.Yield();
            [Step(Group = "both")] int Print() => 1;
            [Step(RunWhen = RunWhen.Always)] void Log(StepOutcome<int[]> both, int? print) { }
            [Step] void Count(int[] both) { }
        }
        """,
        "Step 'Send' cannot be generated: it is 'async void', whose end nobody can await; return Task");

    [Fact]
    public Task An_outcome_of_dynamic_is_one_of_nothing() => Verify.AcceptsAsync(
        """
        [Plan]
        public partial class Report
        {
            [Step] void Send() { }
            [Step(RunWhen = RunWhen.Always)] void Log(StepOutcome<dynamic> send) { }
        }
        """);

    [Fact]
    public Task Leaves_an_outcome_of_a_type_that_does_not_exist_to_the_compiler() => Verify.AcceptsAsync(
        """
        [Plan]
        public partial class Report
        {
            [Step] void Send() { }
            [Step(RunWhen = RunWhen.Always)] void Log(StepOutcome<{|CS0246:Missing|}> send) { }
        }
        """);

    [Fact]
    public Task Leaves_a_type_that_does_not_exist_to_the_compiler() => Verify.AcceptsAsync(
        """
        [Plan]
        public partial class Report
        {
            [Step] {|CS0246:Ordrs|} Orders() => null!;
            [Step] void Build(List<int> orders) { }
            [Step] int Rates() => 1;
            [Step] void Send({|CS0246:Rats|} rates) { }
        }
        """);

    [Theory]
    [InlineData("List<string?>", "List<string>")]
    [InlineData("List<string>", "List<string?>")]
    [InlineData("List<string?>", "IEnumerable<string>")]
    [InlineData("string?[]", "string[]")]
    [InlineData("string?[]", "IReadOnlyList<string>")]
    [InlineData("Dictionary<string, List<string?>>", "IReadOnlyDictionary<string, List<string>>")]
    [InlineData("Action<string>", "Action<string?>")]
    [InlineData("(int, string?)", "(int, string)")]
    public Task Reports_parts_that_differ_in_what_may_be_null_as_C_sharp_does(string produced, string taken) => Verify.ReportsAsync(
        $"[Plan] public partial class Report {{ [Step] {produced} Names() => default!; [Step] void Build({{|PLAN0202:{taken}|}} names) {{ }} }}",
        $"Parameter 'names' of step 'build' takes '{taken}', but 'names' is produced as '{produced}' by step 'names'; {RemedyFor(produced, taken)}");

    [Theory]
    [InlineData("List<string>", "IEnumerable<string?>")]
    [InlineData("string[]", "string?[]")]
    [InlineData("string[]", "IReadOnlyList<string?>")]
    [InlineData("Action<string?>", "Action<string>")]
    [InlineData("(int, string)", "(int, string?)")]
    [InlineData("List<int>", "IEnumerable<int>")]
    [InlineData("List<string?>", "object")]
    public Task Accepts_parts_that_may_be_less_than_what_is_taken(string produced, string taken) => Verify.AcceptsAsync(
        $"[Plan] public partial class Report {{ [Step] {produced} Names() => default!; [Step] void Build({taken} names) {{ }} }}");

    [Fact]
    public Task Accepts_parts_of_which_nothing_is_said() => Verify.AcceptsAsync(
        """
        [Plan]
        public partial class Report
        {
        #nullable disable
            [Step] List<string> Names() => [];
        #nullable restore
            [Step] void Build(List<string> names) { }
            [Step] void Check(List<string?> names) { }
        }
        """);

    [Fact]
    public Task Accepts_whatever_converts_implicitly() => Verify.AcceptsAsync(
        """
        public readonly record struct Euro(decimal Value)
        {
            public static implicit operator decimal(Euro euro) => euro.Value;
        }

        [Plan]
        public partial class Report
        {
            [Step] int Number() => 1;
            [Step] Euro Price() => new(1);
            [Step] List<string> Names() => [];
            [Step] void Build(long number, decimal price, IEnumerable<object> names) { }
            [Step] void Box([From("number")] object boxed, [From("number")] int? maybe) { }
        }
        """);

    private static string RemedyFor(string produced, string taken) => produced.Replace("?", "", StringComparison.Ordinal) == taken.Replace("?", "", StringComparison.Ordinal)
        ? $"they differ in what may be null: take '{produced}'"
        : "change one of the two types";
}
