namespace RepoAudit;

/// <summary>A directory of its own, gone when the test is over.</summary>
internal sealed class TemporaryTree : IDisposable
{
    public DirectoryInfo Root { get; } = Directory.CreateTempSubdirectory("repo-audit-");

    public TemporaryTree With(string path, string content = "")
    {
        var file = Path.Combine(Root.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, content);
        return this;
    }

    public Task<Inventory> TakeInventoryAsync(GitFiles? listed = null) =>
        Inventory.TakeAsync(Root, listed, CancellationToken.None);

    public void Dispose() => Root.Delete(recursive: true);
}
