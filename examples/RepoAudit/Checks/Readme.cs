using System.Text.RegularExpressions;

namespace RepoAudit;

/// <summary>The README in the root, if any: its length and the files that it links to but that do not exist.</summary>
public sealed partial record Readme(string? Path, int Words, IReadOnlyList<string> BrokenLinks)
{
    public static async Task<Readme> CheckAsync(Inventory inventory, CancellationToken ct)
    {
        var file = inventory.TopLevel().FirstOrDefault(f => f.Path.StartsWith("README", StringComparison.OrdinalIgnoreCase));
        if (file is null)
            return new Readme(null, 0, []);

        var text = await FileHead.ReadAsync(inventory, file, ct);
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
        return new Readme(file.Path, words, [.. LinksIn(text).Where(link => !LeadsSomewhere(inventory.Root, link))]);
    }

    /// <summary>The relative targets of Markdown links, without fragments.</summary>
    public static IEnumerable<string> LinksIn(string text) => Link().Matches(text)
        .Select(match => Uri.UnescapeDataString(match.Groups["target"].Value.Split('#', '?')[0]))
        .Where(target => target.Length > 0 && !target.Contains(':', StringComparison.Ordinal) && target[0] != '/')
        .Distinct(StringComparer.Ordinal);

    // Nothing outside the tree is looked at, not even for existence.
    private static bool LeadsSomewhere(DirectoryInfo root, string link)
    {
        var target = System.IO.Path.GetFullPath(link, root.FullName);
        var isInside = !System.IO.Path.GetRelativePath(root.FullName, target).StartsWith("..", StringComparison.Ordinal);
        return !isInside || System.IO.Path.Exists(target);
    }

    // Every repetition is bounded, so that no README can keep us busy.
    [GeneratedRegex(@"\]\( ?<?(?<target>[^)\s<>\0]{1,500})>?[^)\n]{0,200}\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Link();
}
