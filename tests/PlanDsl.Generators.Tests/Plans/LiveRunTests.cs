using PlanDsl.Testing.Internal;

namespace PlanDsl.Generators.Tests;

/// <summary>Loads plans whose steps read streams live, and runs them.</summary>
public class LiveRunTests
{
    private const string Numbers = """
        static async IAsyncEnumerable<int> Count(int count)
        {
            for (var i = 1; i <= count; i++)
            {
                await Task.Yield();
                yield return i;
            }
        }

        static async Task<int> Sum(IAsyncEnumerable<int> numbers)
        {
            var sum = 0;
            await foreach (var number in numbers)
                sum += number;
            return sum;
        }
        """;

    [Fact]
    public async Task A_stream_is_read_while_it_is_produced_and_has_no_member() => Assert.Equal("sum: 55, members: Sum", await RunAsync(
        """
        [Step] static IAsyncEnumerable<int> Numbers([Input] int count) => Test.Count(count);
        [Step] static Task<int> Sum(IAsyncEnumerable<int> numbers) => Test.Sum(numbers);
        """,
        """$"sum: {results.Sum}, members: {string.Join(",", typeof(P.Results).GetProperties().Select(member => member.Name))}" """,
        "10"));

    [Fact]
    public async Task One_reads_while_others_wait_for_the_whole() => Assert.Equal("55 10 10 1,2,3,4,5,6,7,8,9,10", await RunAsync(
        """
        [Step] IAsyncEnumerable<int> Numbers(StepContext context) => Test.Count(10);
        [Step] static Task<int> Sum(IAsyncEnumerable<int> numbers) => Test.Sum(numbers);
        [Step] static int Length(int[] numbers) => numbers.Length;
        [Step] static long Last(long numbers) => numbers;
        """,
        """$"{results.Sum} {results.Length} {results.Last} {string.Join(",", results.Numbers)}" """));

    [Fact]
    public async Task Streams_are_piped_through_steps_and_observed() => Assert.Equal("6", await RunAsync(
        """
        [Step] static IAsyncEnumerable<string> Names() => Words();
        static async IAsyncEnumerable<string> Words()
        {
            await Task.Yield();
            yield return "a";
            yield return "bb";
            yield return "ccc";
        }

        [Step] static int Factor() => 1;
        [Step] static IObservable<int> Lengths(IAsyncEnumerable<object> names, int factor) => new Piped(names, factor);

        private sealed class Piped(IAsyncEnumerable<object> names, int factor) : IObservable<int>
        {
            public IDisposable Subscribe(IObserver<int> observer)
            {
                _ = TellAsync(observer);
                return new System.IO.MemoryStream();
            }

            private async Task TellAsync(IObserver<int> observer)
            {
                await foreach (var name in names)
                    observer.OnNext(factor * ((string)name).Length);
                observer.OnCompleted();
            }
        }

        private sealed class Adder : IObserver<int>
        {
            private int _sum;
            public TaskCompletionSource<int> End { get; } = new();
            public void OnNext(int value) => _sum += value;
            public void OnError(Exception error) => End.SetException(error);
            public void OnCompleted() => End.SetResult(_sum);
        }

        [Step] static Task<int> Sum(IObservable<int> lengths)
        {
            var adder = new Adder();
            lengths.Subscribe(adder);
            return adder.End.Task;
        }
        """,
        "$\"{results.Sum}\"",
        plan: "[Plan(MaxParallel = 1)]"));

    [Fact]
    public async Task A_fallback_stands_in_for_a_stream_that_has_not_begun() => Assert.Equal("12 5,7 2", await RunAsync(
        """
        [Step(Retries = 1, Fallback = nameof(Instead))] IAsyncEnumerable<int> Numbers(StepContext context) => throw new InvalidOperationException((Test.Calls++).ToString());
        static async Task<int[]> Instead([Input] int first)
        {
            await Task.Yield();
            return [first, 7];
        }

        [Step] static Task<int> Sum(IAsyncEnumerable<int> numbers) => Test.Sum(numbers);
        [Step] static string Join(IReadOnlyList<int> numbers) => string.Join(",", numbers);
        """,
        """$"{results.Sum} {results.Join} {Test.Calls}" """,
        "5"));

    [Fact]
    public async Task A_fallback_of_a_stream_that_nobody_keeps_is_read_as_well() => Assert.Equal("12", await RunAsync(
        """
        [Step(Fallback = nameof(Instead))] IAsyncEnumerable<int> Numbers() => throw new InvalidOperationException();
        static int[] Instead() => [5, 7];
        [Step] static Task<int> Sum(IAsyncEnumerable<int> numbers) => Test.Sum(numbers);
        """,
        "$\"{results.Sum}\""));

    [Fact]
    public async Task A_stream_that_was_skipped_is_absent() => Assert.Equal("True ", await RunAsync(
        """
        [Step(When = nameof(Never))] IAsyncEnumerable<int> Numbers() => throw new InvalidOperationException();
        static bool Never() => false;
        [Step] static bool IsAbsent(IAsyncEnumerable<int>? numbers) => numbers is null;
        """,
        """$"{results.IsAbsent} " """));

    [Fact]
    public async Task Options_of_other_steps_and_of_its_own_may_bind_the_last_element() => Assert.Equal("3 True 3 undone:3", await RunAsync(
        """
        [Step(Compensate = nameof(Undo))] IAsyncEnumerable<int> Numbers() => Test.Count(3);
        static void Undo(int numbers) => Test.Undone = "undone:" + numbers;

        [Step(When = nameof(IsOdd), Fallback = nameof(Instead))] static int Last(int numbers) => throw new InvalidOperationException();
        static bool IsOdd(int numbers) => numbers % 2 == 1;
        static int Instead(int numbers) => numbers;
        [Step] static bool IsThere(int? last) => last is not null;
        [Step] static int[] All(int[] numbers) => numbers;
        [Step(OnFailure = FailurePolicy.SkipDependents, DependsOn = [nameof(All), nameof(IsThere)])] static void Fails([Input] bool fails)
        {
            if (fails)
                throw new InvalidOperationException();
        }
        """,
        """$"{results.Last} {results.IsThere} {results.All.Length} {await Test.UndoAsync()}" """,
        "false",
        test: """
        public static string Undone = "";
        public static async Task<string> UndoAsync()
        {
            await new P().Start(true).Completion;
            return Undone;
        }
        """));

    [Fact]
    public async Task A_stream_of_which_only_options_take_the_last_element_keeps_no_other() => Assert.Equal("3 3", await RunAsync(
        """
        [Step] IAsyncEnumerable<int> Numbers() => Test.Count(3);
        [Step(Fallback = nameof(Instead))] static int Last() => throw new InvalidOperationException();
        static int Instead(int numbers) => numbers;
        """,
        """$"{results.Numbers} {results.Last}" """));

    private static Task<string> RunAsync(string steps, string shown, string inputs = "", string plan = "[Plan]", string test = "") => PlanSources.Generate($$"""
        {{plan}} public partial class P
        {
            {{steps}}
        }

        public static class Test
        {
            public static int Calls;
            {{Numbers.Replace("static async", "public static async")}}
            {{test}}

            public static async Task<string> Run()
            {
                var results = await new P().RunAsync({{inputs}});
                return {{shown}};
            }
        }
        """).AssertCompiles().Load().RunAsync("Test", "Run");
}
