namespace PlanDsl.Generators.Tests;

/// <summary>Plans with parallel groups that several tests use.</summary>
internal static class GroupSources
{
    /// <summary>A group of every strategy, with values of every kind.</summary>
    public const string EveryStrategy = """
        namespace Shop;

        [Plan]
        [ParallelGroup("all", DependsOn = [nameof(P.Prepare)], MaxParallel = 2)]
        [ParallelGroup("fast", Strategy = ParallelStrategy.FailFast, ResultKey = "words", OnFailure = FailurePolicy.Continue)]
        [ParallelGroup("mirrors", Strategy = ParallelStrategy.Any, Timeout = "10s")]
        [ParallelGroup("votes", Strategy = ParallelStrategy.Threshold, Threshold = 2)]
        [ParallelGroup("tries", Strategy = ParallelStrategy.BestEffort, Critical = false, OnFailure = FailurePolicy.SkipDependents)]
        [ParallelGroup("unlike")]
        [ParallelGroup("silent", Strategy = ParallelStrategy.Any)]
        public partial class P
        {
            [Step] static void Prepare() { }

            [Step(Group = "all")] static int One() => 1;
            [Step(Group = "all")] static Task<int> Two([Input] int factor, CancellationToken ct) => Task.FromResult(factor);

            [Step(Group = "fast")] static string Hello(int one) => $"hello {one}";
            [Step(Group = "fast")] static string? World(int[] all) => null;

            [Step(Group = "mirrors", Retries = 2)] static byte[] Near(CancellationToken ct) => [1];
            [Step(Group = "mirrors")] static byte[] Far(StepContext context) => [2];

            [Step(Group = "votes")] static bool A() => true;
            [Step(Group = "votes")] static bool B() => false;
            [Step(Group = "votes")] static bool C() => true;

            [Step(Group = "tries")] static string X() => "x";
            [Step(Group = "tries")] static string Y() => "y";

            [Step(Group = "unlike")] static int Left() => 1;
            [Step(Group = "unlike")] static string Right() => "";

            [Step(Group = "silent")] static void Quiet() { }
            [Step(Group = "silent")] static int Loud() => 1;

            [Step(DependsOn = ["silent"])]
            static string Join(int one, byte[] mirrors, bool?[] votes, bool? a, string?[]? words, string? hello, string?[] tries, string? x, int left, string right, int? loud) => "";
        }
        """;
}
