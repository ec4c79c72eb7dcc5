namespace PlanDsl.Generators.Tests;

/// <summary>Plans whose steps read streams live: what produces one runs again as long as who reads it has not ended.</summary>
public class LiveResumeTests
{
    [Fact]
    public async Task A_stream_is_produced_again_until_it_has_been_read() => Assert.Contains("\"Show\":\"6\"", await Plan(
        """
        [Step] static IAsyncEnumerable<int> Numbers() => Count("numbers");
        [Step] static async Task<int> Sum(IAsyncEnumerable<int> numbers) => Did.It("sum", await Add(numbers));
        [Step] static string Show(int sum) => Did.It("show", $"{sum}");
        """).AssertAsync(), StringComparison.Ordinal);

    [Fact]
    public async Task So_is_what_it_is_made_of() => Assert.Contains("\"Show\":\"12\"", await Plan(
        """
        [Step] static IAsyncEnumerable<int> Numbers() => Count("numbers");
        [Step] static async IAsyncEnumerable<int> Doubled(IAsyncEnumerable<int> numbers)
        {
            Did.It("doubled");
            await foreach (var number in numbers)
                yield return 2 * number;
        }

        [Step] static async Task<int> Sum(IAsyncEnumerable<int> doubled) => Did.It("sum", await Add(doubled));
        [Step] static string Show(int sum) => Did.It("show", $"{sum}");
        """).AssertAsync(), StringComparison.Ordinal);

    [Fact]
    public async Task What_others_have_of_it_stays_theirs() => Assert.Contains("\"Show\":\"6 2,4,6 3\"", await Plan(
        """
        [Step] static IAsyncEnumerable<int> Numbers() => Count("numbers");
        [Step] static async Task<int> Sum(IAsyncEnumerable<int> numbers) => Did.It("sum", await Add(numbers));
        [Step] static int Double([Each("numbers")] int number, StepContext context) => Did.It(context.StepPath, 2 * number);
        [Step] static int Last(int numbers) => Did.It("last", numbers);
        [Step] static string Show(int sum, int[] @double, int last) => Did.It("show", $"{sum} {string.Join(',', @double)} {last}");
        """).AssertAsync(), StringComparison.Ordinal);

    [Fact]
    public async Task Who_reads_no_further_needs_no_more() => Assert.Contains("\"Show\":\"1\"", await Plan(
        """
        [Step] static IAsyncEnumerable<int> Numbers() => Count("numbers");
        [Step] static async Task<int> First(IAsyncEnumerable<int> numbers)
        {
            await foreach (var number in numbers)
                return Did.It("first", number);
            return 0;
        }

        [Step] static string Show(int first) => Did.It("show", $"{first}");
        """).AssertAsync(), StringComparison.Ordinal);

    [Fact]
    public async Task What_was_produced_is_undone_where_the_run_had_failed() => Assert.Equal("Failed numbers=Succeeded~Succeeded first=Cancelled fails=Failed fails", await Plan(
        """
        [Step(Compensate = nameof(Undo))] static IAsyncEnumerable<int> Numbers() => Count("numbers");
        static void Undo() { }
        [Step] static async Task First(IAsyncEnumerable<int> numbers, CancellationToken ct)
        {
            await Add(numbers);
            await new TaskCompletionSource().Task.WaitAsync(ct);
        }

        [Step(DependsOn = [nameof(Numbers)])] static void Fails() => throw new FormatException();
        """).AssertAsync());

    private static LeftPlan Plan(string members)
    {
        var plan = LeftPlan.Of(members + """

            static async IAsyncEnumerable<int> Count(string path)
            {
                Did.It(path);
                for (var number = 1; number <= 3; number++)
                {
                    await Task.Yield();
                    yield return number;
                }
            }

            static async Task<int> Add(IAsyncEnumerable<int> numbers)
            {
                var sum = 0;
                await foreach (var number in numbers)
                    sum += number;
                return sum;
            }
            """);
        plan.MayRunAgain = static (recorded, path) => path is "numbers" or "doubled" && !recorded.Any(static told => told is StepSucceededEvent { StepPath: "sum" or "first" });
        return plan;
    }
}
