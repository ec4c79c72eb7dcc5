using PlanDsl.Testing.Internal;

namespace PlanDsl.Generators.Tests;

/// <summary>Loads plans with groups, fan-outs and loops and runs them.</summary>
public class PartsPlanRunTests
{
    [Fact]
    public Task All_members_results_are_collected_in_the_order_of_declaration() => AssertAsync(
        "1,2 1",
        """
        [Step(Group = "g")] static async Task<int> A(CancellationToken ct) { await Task.Yield(); return 1; }
        [Step(Group = "g")] static int B() => 2;
        [Step] static string Show(int[] g, int a) => $"{string.Join(',', g)} {a}";
        """,
        """[ParallelGroup("g")]""");

    [Fact]
    public Task The_first_success_is_the_groups_and_the_loser_leaves_nothing() => AssertAsync(
        "2  2",
        """
        [Step(Group = "g")] static int A() => throw new FormatException();
        [Step(Group = "g")] static int B() => 2;
        [Step] static string Show(int g, int? a, int? b) => $"{g} {a} {b}";
        """,
        """[ParallelGroup("g", Strategy = ParallelStrategy.Any)]""");

    [Fact]
    public Task A_loser_that_returns_after_the_verdict_is_not_seen() => AssertAsync(
        "fast fast ",
        """
        static readonly TaskCompletionSource Over = new();
        [Step(Group = "g")] static async Task<string> Slow(CancellationToken ct) { await Over.Task; return "slow"; }
        [Step(Group = "g")] static string Fast() => "fast";
        [Step] static string Show(string g, string? fast, string? slow) { Over.SetResult(); return $"{g} {fast} {slow}"; }
        """,
        """[ParallelGroup("g", Strategy = ParallelStrategy.Any)]""");

    [Fact]
    public Task Whoever_failed_has_an_empty_place() => AssertAsync(
        "1,,3 ",
        """
        [Step(Group = "g")] static int A() => 1;
        [Step(Group = "g")] static int B() => throw new FormatException();
        [Step(Group = "g")] static int C() => 3;
        [Step] static string Show(int?[] g, int? b) => $"{string.Join(',', g)} {b}";
        """,
        """[ParallelGroup("g", Strategy = ParallelStrategy.BestEffort)]""");

    [Theory]
    [InlineData("ParallelStrategy.All", "2,,3 none 2")]
    [InlineData("ParallelStrategy.FailFast", "2,,3 none 2")]
    [InlineData("ParallelStrategy.BestEffort", "2,,3 none 2")]
    public Task A_member_that_its_condition_skips_does_not_count(string strategy, string expected) => AssertAsync(
        expected,
        $$"""
        [Step(Group = "g", When = nameof(Holds))] static int A([Input] int limit = 1) => 2;
        [Step(Group = "g", When = nameof(Fails))] static int B() => throw new FormatException();
        [Step(Group = "g")] static int C() => 3;
        [Step] static string Show(int?[] g, int? b, int? a) => $"{string.Join(',', g)} {(b is null ? "none" : "some")} {a}";
        static bool Holds([Input] int limit) => limit == 1;
        static bool Fails([Input] int limit) => limit > 1;
        """,
        $"[ParallelGroup(\"g\", Strategy = {strategy})]");

    [Fact]
    public Task A_group_of_which_every_member_is_skipped_has_empty_places() => AssertAsync(
        "2 none",
        """
        [Step(Group = "g", When = nameof(Never))] static string A() => "a";
        [Step(Group = "g", When = nameof(Never))] static string B() => "b";
        [Step] static string Show(string?[] g, string? a) => $"{g.Length} {g[0] ?? a ?? "none"}";
        static bool Never() => false;
        """,
        """[ParallelGroup("g")]""");

    [Fact]
    public Task As_many_as_the_threshold_asks_for_stand_in_their_places() => AssertAsync(
        "1,,3,",
        """
        static readonly TaskCompletionSource Over = new();
        [Step(Group = "g")] static int A() => 1;
        [Step(Group = "g")] static int B() => throw new FormatException();
        [Step(Group = "g")] static int C() => 3;
        [Step(Group = "g")] static async Task<int> D(CancellationToken ct) { await Over.Task; return 4; }
        [Step] static string Show(int?[] g) { Over.SetResult(); return string.Join(',', g); }
        """,
        """[ParallelGroup("g", Strategy = ParallelStrategy.Threshold, Threshold = 2)]""");

    [Fact]
    public Task A_tolerated_group_that_fails_leaves_nothing_of_its_members() => AssertAsync(
        "none none",
        """
        [Step(Group = "g")] static int A() => 1;
        [Step(Group = "g")] static int B() => throw new FormatException();
        [Step] static string Show(int[]? g, int? a) => $"{(g is null ? "none" : "some")} {(a is null ? "none" : "some")}";
        """,
        """[ParallelGroup("g", OnFailure = FailurePolicy.Continue)]""");

    [Fact]
    public Task Elements_are_taken_in_order_and_their_results_stand_in_it() => AssertAsync(
        "2,4,6",
        """
        [Step] static List<int> Numbers() => [1, 2, 3];
        [Step(MaxParallel = 2)] static async Task<long> Double([Each("numbers")] long number, CancellationToken ct) { await Task.Yield(); return 2 * number; }
        [Step] static string Show(long[] @double) => string.Join(',', @double);
        """);

    [Fact]
    public Task An_empty_source_gives_an_empty_array() => AssertAsync(
        "0",
        """
        [Step] static int[] Numbers() => [];
        [Step] static int Double([Each("numbers")] int number) => 2 * number;
        [Step] static string Show(int[] @double) => $"{@double.Length}";
        """);

    [Fact]
    public Task An_asynchronous_collection_is_gone_through() => AssertAsync(
        "1,4,9",
        """
        [Step] static Source Numbers() => new();
        [Step] static int Square([Each("numbers")] int number) => number * number;
        [Step] static string Show(int[] square) => string.Join(',', square);

        public sealed class Source : IAsyncEnumerable<int>
        {
            public async IAsyncEnumerator<int> GetAsyncEnumerator(CancellationToken ct)
            {
                for (var i = 1; i <= 3; i++)
                {
                    await Task.Yield();
                    yield return i;
                }
            }
        }
        """);

    [Fact]
    public Task Elements_that_fail_leave_empty_places_under_continue() => AssertAsync(
        "1,,3",
        """
        [Step] static int[] Numbers() => [1, 2, 3];
        [Step(OnFailure = FailurePolicy.Continue)] static int Odd([Each("numbers")] int number) => number % 2 == 1 ? number : throw new FormatException();
        [Step] static string Show(int?[]? odd) => string.Join(',', odd ?? []);
        """);

    [Fact]
    public Task A_fallback_takes_the_place_of_an_element() => AssertAsync(
        "1,-2,3",
        """
        [Step] static int[] Numbers() => [1, 2, 3];
        [Step(Fallback = nameof(Negative))] static int Odd([Each("numbers")] int number) => number % 2 == 1 ? number : throw new FormatException();
        static int Negative([Each("numbers")] int number) => -number;
        [Step] static string Show(int[] odd) => string.Join(',', odd);
        """);

    [Fact]
    public Task A_loop_is_given_what_it_returned_before_until_that_is_enough() => AssertAsync(
        "8",
        """
        [Step(RepeatUntil = nameof(IsEnough), MaxIterations = 10)] static int Grow([Previous] int? last) => 2 * (last ?? 1);
        static bool IsEnough(int grow) => grow > 5;
        [Step] static string Show(int grow) => $"{grow}";
        """);

    [Fact]
    public Task A_loop_that_runs_out_fails_or_uses_its_last_result() => AssertAsync(
        "none xxx",
        """
        [Step(RepeatUntil = nameof(Never), MaxIterations = 2, OnFailure = FailurePolicy.Continue)] static string Fail([Previous] string? last) => last + "x";
        [Step(RepeatUntil = nameof(Never), MaxIterations = 3, OnExhausted = OnExhausted.UseLast, OnFailure = FailurePolicy.Continue)] static string Use([Previous] string? last) => last + "x";
        static bool Never() => false;
        [Step] static string Show(string? fail, string? use) => $"{fail ?? "none"} {use ?? "none"}";
        """);

    [Fact]
    public Task A_loop_within_a_fan_out_goes_on_from_its_own_elements_result() => AssertAsync(
        "8,6",
        """
        [Step] static int[] Numbers() => [1, 3];
        [Step(RepeatUntil = nameof(IsEnough), MaxIterations = 10)] static int Grow([Each("numbers")] int number, [Previous] int? last) => 2 * (last ?? number);
        static bool IsEnough(int grow) => grow > 5;
        [Step] static string Show(int[] grow) => string.Join(',', grow);
        """);

    private static async Task AssertAsync(string expected, string members, string groups = "")
    {
        var assembly = PlanSources.Generate(
            $$"""
            [Plan]
            {{groups}}
            public partial class P
            {
                {{members}}
            }
            """,
            "public static class Test { public static async Task<string> Run() => (await new P().RunAsync()).Show; }").AssertCompiles().Load();
        Assert.Equal(expected, await assembly.RunAsync("Test", "Run"));
    }
}
