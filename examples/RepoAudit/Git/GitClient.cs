namespace RepoAudit;

/// <summary>What the audit asks of git. Every question fails with a <see cref="GitException"/> where git has no answer:
/// no repository, no commits yet, no git installed.</summary>
public sealed class GitClient
{
    public const int MostCommits = 20_000;

    /// <summary>Tracked files, and untracked ones that are not ignored.</summary>
    public async Task<GitFiles> ListFilesAsync(DirectoryInfo root, CancellationToken ct)
    {
        string[] question = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
        // A file in conflict is listed once per side.
        var paths = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var path in GitProcess.ReadFieldsAsync(root, question, ct))
            paths.Add(path);

        return new GitFiles([.. paths]);
    }

    /// <summary>The last <see cref="MostCommits"/> commits that touched the audited directory.</summary>
    public async Task<History> ReadHistoryAsync(DirectoryInfo root, CancellationToken ct)
    {
        string[] question =
        [
            "log", "-z", "--name-only", "--no-renames", "--no-show-signature", "--relative",
            $"--max-count={MostCommits}", $"--format={HistoryReader.Format}", "--", ".",
        ];
        var reader = new HistoryReader();
        await foreach (var field in GitProcess.ReadFieldsAsync(root, question, ct))
            reader.Read(field);

        return reader.ToHistory();
    }
}
