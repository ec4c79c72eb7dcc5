using PlanDsl;

namespace Mirrors;

/// <summary>Takes a release from whichever mirror has it first, keeps it, and verifies it. What does not verify is not kept.</summary>
[Plan(Timeout = "1m")]
[ParallelGroup("mirrors", Strategy = ParallelStrategy.Any, ResultKey = "archive")]
public partial class DownloadPlan(MirrorClient client)
{
    [Step(Group = "mirrors")]
    Task<byte[]> FromSlow([Input] string release, StepContext context) => client.DownloadAsync("slow", release, context);

    [Step(Group = "mirrors", Retries = 1)]
    Task<byte[]> FromFailing([Input] string release, StepContext context) => client.DownloadAsync("failing", release, context);

    [Step(Group = "mirrors", Timeout = "30s")]
    Task<byte[]> FromGood([Input] string release, StepContext context) => client.DownloadAsync("good", release, context);

    [Step(Fallback = nameof(RecallChecksum))]
    Task<string> FetchChecksum([Input] string release, CancellationToken ct) => client.ChecksumAsync("failing", release, ct);

    string RecallChecksum([Input] string release) => Releases.ChecksumOf(release);

    [Step(ResultKey = "path", Compensate = nameof(Delete))]
    static string Save(byte[] archive, [Input] string directory, [Input] string release)
    {
        var path = Path.Combine(directory, release + ".bin");
        File.WriteAllBytes(path, archive);
        return path;
    }

    static void Delete(string path) => File.Delete(path);

    [Step]
    static void Verify(string path, string fetchChecksum)
    {
        var checksum = Releases.ChecksumOf(File.ReadAllBytes(path));
        if (checksum != fetchChecksum)
            throw new InvalidDataException($"The checksum of '{Path.GetFileName(path)}' is {checksum}, and should be {fetchChecksum}.");
    }
}
