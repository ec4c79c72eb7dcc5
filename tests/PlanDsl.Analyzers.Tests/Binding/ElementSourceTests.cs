namespace PlanDsl.Analyzers.Tests;

public sealed class ElementSourceTests
{
    [Fact]
    public Task Reports_a_source_that_is_no_collection() => Verify.ReportsAsync(
        """
        [Plan]
        public partial class Report
        {
            [Step] static int Count() => 1;
            [Step] static int Double([Each({|PLAN0208:"count"|})] int number) => 2 * number;
        }
        """,
        "Parameter 'number' of step 'double' cannot go through 'count': it is 'int', no collection of one type; name an array, a list or another IEnumerable<T> or IAsyncEnumerable<T>, or take it without [Each]");

    [Fact]
    public Task Reports_elements_of_another_type_and_elements_that_may_be_null() => Verify.ReportsAsync(
        """
        [Plan]
        public partial class Report
        {
            [Step] static string?[] Names() => [];
            [Step] static int Length([Each("names")] {|PLAN0208:string|} name) => name.Length;
            [Step] static int Add([Each("numbers")] {|PLAN0208:int|} number, [Input] List<string> numbers) => number;
        }
        """,
        "Parameter 'name' of step 'length' cannot go through 'names': its elements are 'string?' and may be null; take 'string?'",
        "Parameter 'number' of step 'add' cannot go through 'numbers': its elements are 'string', not 'int'; take these");

    [Fact]
    public Task Reports_a_source_that_may_be_absent() => Verify.ReportsAsync(
        """
        [Plan]
        public partial class Report
        {
            [Step(OnFailure = FailurePolicy.Continue)] static int[] Numbers() => [];
            [Step] static int[]? Others() => null;
            [Step] static int Double([Each({|PLAN0208:"numbers"|})] int number) => 2 * number;
            [Step] static int Triple([Each({|PLAN0208:"others"|})] int number) => 3 * number;
        }
        """,
        "Parameter 'number' of step 'double' cannot go through 'numbers': it may be absent, because the plan goes on when step 'numbers' fails; let a step in between say what to go through then",
        "Parameter 'number' of step 'triple' cannot go through 'others': it is 'int[]?' and may be null; let a step in between say what to go through then");

    [Fact]
    public Task Reports_methods_that_go_through_something_else() => Verify.ReportsAsync(
        """
        [Plan]
        public partial class Report
        {
            [Step] static int[] Numbers() => [1];
            [Step(When = nameof(IsOpen), Fallback = nameof(Instead))] static int Double([Each("numbers")] int number) => 2 * number;
            static bool IsOpen([Each({|PLAN0208:"numbers"|})] int number) => number > 0;
            static int Instead([Each({|PLAN0208:"others"|})] int number, [Input] int[] others) => 2 * number;
        }
        """,
        "Parameter 'number' of condition 'IsOpen' of step 'double' cannot go through 'numbers': it is asked once, before there are elements; take the whole collection",
        "Parameter 'number' of fallback 'Instead' of step 'double' cannot go through 'others': step 'double' does not; go through what the step does, or take the whole collection");

    [Fact]
    public Task Reports_a_source_that_does_not_exist_as_any_other_name() => Verify.ReportsAsync(
        """
        [Plan]
        public partial class Report
        {
            [Step] static int[] Numbers() => [];
            [Step] static int Double([Each({|PLAN0201:"number"|})] int number) => 2 * number;
        }
        """,
        "No step produces 'number', which parameter 'number' of step 'double' binds; did you mean 'numbers'?");

    [Fact]
    public Task Reports_parameters_with_two_sources_and_steps_with_two_collections() => Verify.ReportsAsync(
        """
        [Plan]
        public partial class Report
        {
            [Step] static int[] Numbers() => [];
            [Step] static int Double([Each("numbers"), Input] int {|PLAN0006:number|}) => number;
            [Step] static int Add([Each("numbers")] int left, [Each("numbers")] int {|PLAN0006:right|}) => left + right;
        }
        """,
        "Step 'Double' cannot be generated: parameter 'number' is marked [Each] and has another source beside it; keep one of them",
        "Step 'Add' cannot be generated: parameter 'right' is a second one with [Each], and a step goes through one collection; join the two in a step before");

    [Theory]
    [InlineData("int[]")]
    [InlineData("List<int>")]
    [InlineData("IReadOnlyCollection<int>")]
    [InlineData("IEnumerable<int>")]
    [InlineData("System.Collections.Immutable.ImmutableArray<int>")]
    [InlineData("HashSet<int>")]
    public Task Accepts_collections_of_results_and_inputs(string type) => Verify.AcceptsAsync(
        $$"""
        [Plan]
        public partial class Report
        {
            [Step] static {{type}} Numbers([Input] {{type}} others) => others;
            [Step(MaxParallel = 4)] static long Double([Each("numbers")] long number) => 2 * number;
            [Step] static int Triple([Each("others")] int number) => 3 * number;
            [Step] static int Sum(long[] @double, IReadOnlyList<int> triple) => 1;
        }
        """);

    [Fact]
    public Task Accepts_asynchronous_inputs_and_results_that_may_be_absent_under_continue() => Verify.AcceptsAsync(
        """
        [Plan]
        public partial class Report
        {
            [Step(OnFailure = FailurePolicy.Continue)] static int Double([Each("numbers")] int number, [Input] IAsyncEnumerable<int> numbers) => 2 * number;
            [Step] static void Sum(int?[]? @double) { }
        }
        """);
}
