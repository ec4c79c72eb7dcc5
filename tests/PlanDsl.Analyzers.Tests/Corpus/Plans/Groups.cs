namespace Corpus.Groups;

[Plan(MaxParallel = 4, DefaultTimeout = "30s")]
[ParallelGroup("mirrors", Strategy = ParallelStrategy.Any, Timeout = "1m", DependsOn = [nameof(Download.Prepare)])]
[ParallelGroup("replicas", Strategy = ParallelStrategy.Threshold, Threshold = 2, OnFailure = FailurePolicy.Continue)]
[ParallelGroup("checks", ResultKey = "checked")]
[ParallelGroup("reports", Strategy = ParallelStrategy.BestEffort, MaxParallel = 1)]
public partial class Download
{
    [Step] void Prepare() { }

    [Step(Group = "mirrors", Retries = 2)] static Task<byte[]> NearAsync([Input] Uri address, CancellationToken ct) => Task.FromResult<byte[]>([]);
    [Step(Group = "mirrors")] static byte[] Far([Input] Uri address) => [];

    [Step(Group = "replicas")] static bool North(byte[] mirrors) => true;
    [Step(Group = "replicas")] static bool East(byte[] mirrors) => true;
    [Step(Group = "replicas")] static bool South(byte[] mirrors) => true;

    [Step(Group = "checks", ResultKey = "length")] static int Count(byte[]? near, byte[]? far) => 1;
    [Step(Group = "checks")] static int Hash(bool?[]? replicas) => 1;

    [Step(Group = "reports")] static void Log([From("checked")] IReadOnlyList<int> all) { }
    [Step(Group = "reports")] static void Mail(int length, bool? north) { }
}
