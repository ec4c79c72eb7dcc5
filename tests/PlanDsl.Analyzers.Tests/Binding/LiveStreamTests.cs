namespace PlanDsl.Analyzers.Tests;

public sealed class LiveStreamTests
{
    private const string Numbers = "[Step] static IAsyncEnumerable<int> Numbers(CancellationToken ct) => throw new NotSupportedException();";

    [Fact]
    public Task Reports_a_second_reader() => ReportsAsync(
        """
        [Step] static Task Import(IAsyncEnumerable<int> numbers, CancellationToken ct) => Task.CompletedTask;
        [Step] static Task<int> Count({|PLAN0210:IAsyncEnumerable<int>|} numbers, CancellationToken ct) => Task.FromResult(1);
        [Step] static Task Compare(int[] numbers, [From("numbers")] {|PLAN0210:IAsyncEnumerable<int>|} again, CancellationToken ct) => Task.CompletedTask;
        """,
        "Parameter 'numbers' of step 'count' cannot read 'numbers' live: step 'import' does, and a stream is read once; take 'int[]', which holds all its elements",
        "Parameter 'again' of step 'compare' cannot read 'numbers' live: step 'import' does, and a stream is read once; take 'int[]', which holds all its elements");

    [Fact]
    public Task Reports_a_second_parameter_and_a_second_stream() => ReportsAsync(
        """
        [Step] static IObservable<string> Names() => throw new NotSupportedException();
        [Step] static Task Both(IAsyncEnumerable<int> numbers, {|PLAN0210:IObservable<string>|} names, CancellationToken ct) => Task.CompletedTask;
        [Step] static IObservable<long> Longs() => throw new NotSupportedException();
        [Step] static Task Twice(IObservable<long> longs, [From("longs")] {|PLAN0210:IObservable<long>|} again, CancellationToken ct) => Task.CompletedTask;
        """,
        "Parameter 'names' of step 'both' cannot read 'names' live: the step reads 'numbers' live, and it can start with one producer only; take 'string[]', which holds all its elements",
        "Parameter 'again' of step 'twice' cannot read 'longs' live: another parameter does, and a stream is read once; take 'long[]', which holds all its elements");

    [Fact]
    public Task Reports_readers_that_cannot_start_with_their_producer() => ReportsAsync(
        """
        [Step] static int[] Many() => [];
        [Step] static Task Each([Each("many")] int number, {|PLAN0210:IAsyncEnumerable<int>|} numbers, CancellationToken ct) => Task.CompletedTask;
        [Step(RepeatUntil = nameof(Holds), MaxIterations = 2)] static Task Loop({|PLAN0210:IAsyncEnumerable<int>|} numbers, CancellationToken ct) => Task.CompletedTask;
        static bool Holds() => true;
        [Step(RunWhen = RunWhen.Always)] static Task Last({|PLAN0210:IAsyncEnumerable<int>?|} numbers, CancellationToken ct) => Task.CompletedTask;
        [Step(DependsOn = [nameof(Numbers)])] static Task Late({|PLAN0210:IAsyncEnumerable<int>|} numbers, CancellationToken ct) => Task.CompletedTask;
        """,
        "Parameter 'numbers' of step 'each' cannot read 'numbers' live: the body is called for each element of 'many', and a stream is read once; take 'int[]', which holds all its elements",
        "Parameter 'numbers' of step 'loop' cannot read 'numbers' live: the step is repeated, and a stream is read once; take 'int[]', which holds all its elements",
        "Parameter 'numbers' of step 'last' cannot read 'numbers' live: the step runs also after failures, when all that it waits for has ended; take 'int[]?', which holds all its elements",
        "Parameter 'numbers' of step 'late' cannot read 'numbers' live: step 'each' does, and a stream is read once; take 'int[]', which holds all its elements");

    [Fact]
    public Task Reports_a_reader_that_waits_for_the_end_of_the_stream() => ReportsAsync(
        """
        [Step] static Task Compare([From("numbers")] {|PLAN0210:IAsyncEnumerable<int>|} live, int[] numbers, CancellationToken ct) => Task.CompletedTask;
        """,
        "Parameter 'live' of step 'compare' cannot read 'numbers' live: the step also waits for the end of 'numbers', with which it would have to start; take 'int[]', which holds all its elements");

    [Fact]
    public Task Reports_a_reader_that_waits_for_what_comes_after_its_producer() => ReportsAsync(
        """
        [Step] static int Sum(int[] numbers) => numbers.Sum();
        [Step] static Task Compare({|PLAN0210:IAsyncEnumerable<int>|} numbers, int sum, CancellationToken ct) => Task.CompletedTask;
        """,
        "Parameter 'numbers' of step 'compare' cannot read 'numbers' live: the two start together, when what either waits for has ended, and 'compare' waits for 'sum', so that they would wait for themselves: numbers → sum → numbers; take 'int[]', which holds all its elements");

    [Fact]
    public Task Reports_producers_whose_body_is_not_called_once() => Verify.ReportsAsync(
        """
        [Plan]
        [ParallelGroup("both")]
        public partial class Report
        {
            [Step(Group = "both")] static IAsyncEnumerable<int> One(CancellationToken ct) => throw new NotSupportedException();
            [Step(Group = "both")] static string[] Other() => [];
            [Step] static int Count(string[] other) => other.Length;
            [Step] static Task ReadOne({|PLAN0210:IAsyncEnumerable<int>|} one, CancellationToken ct) => Task.CompletedTask;
            [Step(RepeatUntil = nameof(Holds), MaxIterations = 2)] static IAsyncEnumerable<int> Loop(CancellationToken ct) => throw new NotSupportedException();
            static bool Holds() => true;
            [Step] static Task ReadLoop({|PLAN0210:IAsyncEnumerable<int>|} loop, CancellationToken ct) => Task.CompletedTask;
        }
        """,
        "Parameter 'one' of step 'read_one' cannot read 'one' live: whether 'one' counts is known only when group 'both' has ended; take 'int[]', which holds all its elements",
        "Parameter 'loop' of step 'read_loop' cannot read 'loop' live: step 'loop' is repeated, and produces one stream after the other; take 'int[]', which holds all its elements");

    [Fact]
    public Task Reports_retries_of_a_reader() => ReportsAsync(
        """
        [Step(Retries = {|PLAN0302:2|})] static Task Import(IAsyncEnumerable<int> numbers, CancellationToken ct) => Task.CompletedTask;
        """,
        "Retries of step 'import' cannot be kept, because the step reads 'numbers' live, and a stream is read once; take 'int[]', or remove it");

    [Fact]
    public Task Reports_streams_of_another_kind_and_methods_that_cannot_read_live() => ReportsAsync(
        """
        [Step] static Task Watch({|PLAN0202:IObservable<int>|} numbers, CancellationToken ct) => Task.CompletedTask;
        [Step(Fallback = nameof(Instead))] static int Sum(int[] numbers) => numbers.Sum();
        static int Instead({|PLAN0202:IAsyncEnumerable<int>|} numbers) => 0;
        """,
        "Parameter 'numbers' of step 'watch' takes 'IObservable<int>', but 'numbers' is produced as 'IAsyncEnumerable<int>' by step 'numbers'; change one of the two types",
        "Parameter 'numbers' of fallback 'Instead' of step 'sum' takes 'IAsyncEnumerable<int>', but 'numbers' is produced as 'int[]' by step 'numbers'; only the body of one step reads a stream live: take 'int[]'");

    [Fact]
    public Task Reports_a_stream_that_may_not_be_there() => Verify.ReportsAsync(
        """
        [Plan]
        public partial class Report
        {
            [Step(OnFailure = FailurePolicy.Continue)] static IAsyncEnumerable<int> Numbers(CancellationToken ct) => throw new NotSupportedException();
            [Step] static Task Import({|PLAN0204:IAsyncEnumerable<int>|} numbers, CancellationToken ct) => Task.CompletedTask;
        }
        """,
        "Parameter 'numbers' of step 'import' takes 'IAsyncEnumerable<int>', but 'numbers' may be absent, because the plan goes on when step 'numbers' fails; make it 'IAsyncEnumerable<int>?'");

    [Fact]
    public Task Reports_a_last_element_that_may_be_null_beside_a_collector() => Verify.ReportsAsync(
        """
        [Plan]
        public partial class Report
        {
            [Step] static IAsyncEnumerable<string?> Names(CancellationToken ct) => throw new NotSupportedException();
            [Step] static int Count(IReadOnlyList<string?> names) => names.Count;
            [Step] static int Length({|PLAN0204:string|} names) => names.Length;
        }
        """,
        "Parameter 'names' of step 'length' takes 'string', but 'names' may be absent, because the elements that step 'names' produces are 'string?'; make it 'string?'");

    [Fact]
    public Task Accepts_one_reader_beside_collectors_and_chains() => Verify.AcceptsAsync(
        """
        [Plan(MaxParallel = 1, DefaultTimeout = "1m")]
        public partial class Report
        {
            [Step(Retries = 3)] static IAsyncEnumerable<string> Names([Input] string path, CancellationToken ct) => throw new NotSupportedException();
            [Step] static int Offset() => 1;
            [Step(Retries = 0)] static IObservable<int> Lengths(IAsyncEnumerable<object> names, int offset, CancellationToken ct) => throw new NotSupportedException();
            [Step(When = nameof(IsWanted))] static Task<int> Sum(IObservable<int> lengths, [Input] string path, CancellationToken ct) => Task.FromResult(path.Length);
            static bool IsWanted(int offset) => offset > 0;
            [Step] static int Count(IReadOnlyList<string> names) => names.Count;
            [Step] static string Last(string names) => names;
        }
        """);

    private static Task ReportsAsync(string steps, params string[] messages) => Verify.ReportsAsync(
        $$"""
        [Plan]
        public partial class Report
        {
            {{Numbers}}
            {{steps}}
        }
        """,
        messages);
}
