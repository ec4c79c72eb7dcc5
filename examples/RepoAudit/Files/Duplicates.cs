using System.Collections.Concurrent;

namespace RepoAudit;

/// <summary>Files with the same content, the most wasteful group first. Only files of one length are ever hashed.</summary>
public sealed record Duplicates(IReadOnlyList<DuplicateGroup> Groups, IReadOnlyList<UnreadablePath> Unreadable)
{
    public long WastedBytes => Groups.Sum(group => group.WastedBytes);

    public static async Task<Duplicates> FindAsync(Inventory inventory, CancellationToken ct)
    {
        var unreadable = new ConcurrentBag<UnreadablePath>();
        var suspects = inventory.Files.Where(file => file.Bytes > 0).GroupBy(file => file.Bytes).Where(same => same.Skip(1).Any());
        var hashed = new ConcurrentBag<(string Hash, SourceFile File)>();
        await Parallel.ForEachAsync(suspects.SelectMany(same => same), ct, (file, token) =>
        {
            try
            {
                hashed.Add((ContentHash.Of(inventory.FullPath(file), token), file));
            }
            catch (Exception e) when (UnreadablePath.IsCause(e))
            {
                unreadable.Add(UnreadablePath.From(file.Path, e));
            }

            return ValueTask.CompletedTask;
        });
        return new Duplicates(Group(hashed), [.. unreadable]);
    }

    public static IReadOnlyList<DuplicateGroup> Group(IEnumerable<(string Hash, SourceFile File)> hashed) =>
    [
        .. hashed
            .GroupBy(item => (item.Hash, item.File.Bytes), item => item.File.Path)
            .Select(same => new DuplicateGroup(same.Key.Bytes, [.. same.Order(StringComparer.Ordinal)]))
            .Where(group => group.Paths.Count > 1)
            .OrderByDescending(group => group.WastedBytes)
            .ThenBy(group => group.Paths[0], StringComparer.Ordinal),
    ];
}
