using static RepoAudit.Gravity;

namespace RepoAudit;

/// <summary>Puts what was found into words, the gravest first.</summary>
public static class Verdict
{
    private const int ShortReadme = 50;
    private const int MostBrokenLinks = 5;
    private const long LargeFile = 5 * 1024 * 1024;

    public static IReadOnlyList<Remark> Of(
        Inventory inventory, TextScan texts, Duplicates duplicates, Licence licence, Readme readme, History? history)
    {
        Remark[] remarks =
        [
            OnLicence(licence),
            .. On(readme),
            OnNotes(texts.Notes.Total),
            OnDuplicates(duplicates),
            .. OnLargeFiles(inventory),
            .. OnUnreadable(inventory.Unreadable.Count + texts.Unreadable.Count),
            .. OnHistory(history),
        ];
        return [.. remarks.OrderByDescending(remark => remark.Gravity)];
    }

    private static Remark OnLicence(Licence licence) => licence switch
    {
        { Path: null } => new(Problem, "There is no licence file; nobody may use this."),
        { Name: null } => new(Notice, $"{licence.Path} is not a licence we recognise."),
        _ => new(Good, $"{licence.Path} is {licence.Name}."),
    };

    private static IEnumerable<Remark> On(Readme readme)
    {
        yield return readme switch
        {
            { Path: null } => new(Problem, "There is no README; a newcomer has nowhere to begin."),
            { Words: < ShortReadme } => new(Notice, $"{readme.Path} says little: {Quantity.Of(readme.Words, "word")}."),
            _ => new(Good, $"{readme.Path} has {Quantity.Of(readme.Words, "word")}."),
        };
        foreach (var link in readme.BrokenLinks.Take(MostBrokenLinks))
            yield return new(Problem, $"{readme.Path} links to {link}, which does not exist.");
    }

    private static Remark OnNotes(int total) => total == 0
        ? new(Good, "Nothing is left marked as to be done or fixed.")
        : new(Notice, $"{Quantity.Of(total, "note")} of work left to do.");

    private static Remark OnDuplicates(Duplicates duplicates) => duplicates.Groups.Count == 0
        ? new(Good, "No two files are the same.")
        : new(Notice, $"{Quantity.Of(duplicates.Groups.Count, "group")} of identical files waste {Quantity.OfBytes(duplicates.WastedBytes)}.");

    private static IEnumerable<Remark> OnLargeFiles(Inventory inventory) =>
        inventory.Files.Count(file => file.Bytes > LargeFile) is > 0 and var large
            ? [new(Notice, $"{Quantity.Of(large, "file")} larger than {Quantity.OfBytes(LargeFile)}.")]
            : [];

    private static IEnumerable<Remark> OnUnreadable(int count) =>
        count > 0 ? [new(Problem, $"{Quantity.Of(count, "path")} could not be read.")] : [];

    private static IEnumerable<Remark> OnHistory(History? history) => history switch
    {
        null => [new(Notice, "There is no git history to look at.")],
        { Authors: 1, Commits: > 1 } => [new(Notice, "All commits are by one author.")],
        _ => [],
    };
}
