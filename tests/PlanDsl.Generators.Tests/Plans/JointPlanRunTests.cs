using PlanDsl.Testing.Internal;

namespace PlanDsl.Generators.Tests;

/// <summary>Loads plans whose steps have several options at once, which one alone would not show, and runs them.</summary>
public class JointPlanRunTests
{
    [Fact]
    public Task The_outcome_of_a_fan_out_that_never_began_is_without_value() => AssertAsync("Cancelled False", """
        [Step] static int[] Numbers() => throw new FormatException();
        [Step] static int Twice([Each("numbers")] int number) => 2 * number;
        [Step(RunWhen = RunWhen.Always)] void Close(StepOutcome<int[]> twice) => Shown = $"{twice.Status} {twice.HasValue}";
        """);

    [Fact]
    public Task Members_of_a_group_that_are_streams_are_collected_also_for_who_takes_the_last_element() => AssertAsync("2 4 2", """
        [Step(Group = "both")] static async IAsyncEnumerable<int> Low() { await Task.Yield(); yield return 1; yield return 2; }
        [Step(Group = "both")] static async IAsyncEnumerable<int> High() { await Task.Yield(); yield return 3; yield return 4; }
        [Step] void Show(int low, int high, int[][] both) => Shown = $"{low} {high} {both.Length}";
        """, """[ParallelGroup("both")]""");

    [Fact]
    public Task A_plan_that_is_run_has_the_inputs_that_only_the_condition_of_a_group_takes() => AssertAsync("7", """
        [Step(Plan = typeof(Inner))] private partial Task<Inner.Results> Run([Input] bool isOpen);
        [Step] void Show(Inner.Results run) => Shown = $"{run.One}";
        """, others: """
        [Plan, ParallelGroup("all", When = nameof(IsOpen))]
        public partial class Inner
        {
            static bool IsOpen([Input] bool isOpen) => isOpen;
            [Step(Group = "all")] static int One() => 7;
        }
        """, inputs: "true");

    [Fact]
    public Task The_previous_result_of_an_overloaded_step_may_be_a_struct() => AssertAsync("0001-01-03", """
        [Step(RepeatUntil = nameof(IsEnough), MaxIterations = 5)] static DateOnly Day([Previous] DateOnly? last) => last?.AddDays(1) ?? DateOnly.MinValue;
        static DateOnly Day(string text) => DateOnly.Parse(text);
        static bool IsEnough(DateOnly day) => day.Day == 3;
        [Step] void Show(DateOnly day) => Shown = day.ToString("yyyy-MM-dd");
        """);

    [Theory]
    [InlineData("int", "numbers")]
    [InlineData("int?", "numbers ?? -1")]
    public Task A_stream_that_was_empty_has_no_last_element_and_says_so(string taken, string last) => AssertAsync("0 InvalidOperationException", $$"""
        [Step] static async IAsyncEnumerable<int> Numbers() { await Task.Yield(); yield break; }
        [Step] static int Length(int[] numbers) => numbers.Length;
        [Step(DependsOn = [nameof(Length)])] static int Last({{taken}} numbers) => {{last}};
        [Step(RunWhen = RunWhen.Always)] void Show(StepOutcome<int> length, StepOutcome<int> last) => Shown = $"{length.Value} {last.Error?.Exception?.GetType().Name}";
        """);

    private static async Task AssertAsync(string expected, string steps, string attributes = "", string others = "", string inputs = "")
    {
        var assembly = PlanSources.Generate($$"""
            {{others}}

            [Plan]
            {{attributes}}
            public partial class P
            {
                public string Shown { get; private set; } = "";
                {{steps}}
            }

            public static class Test
            {
                public static async Task<string> Run()
                {
                    var plan = new P();
                    var outcome = await plan.Start({{inputs}}).Completion;
                    return plan.Shown.Length > 0 ? plan.Shown : string.Join(" ", outcome.Steps.Select(step => $"{step.Id}:{step.Status}:{step.Error}"));
                }
            }
            """).AssertCompiles().Load();
        Assert.Equal(expected, await assembly.RunAsync("Test", "Run"));
    }
}
