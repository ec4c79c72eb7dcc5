using PlanDsl;

namespace RepoAudit;

/// <summary>Audits a source tree. Every method is a step, and every parameter that is named as another step's result makes
/// this step wait for that one; the compiler checks the graph and generates <c>Start</c>, <c>RunAsync</c> and <c>Results</c>.</summary>
[Plan(MaxParallel = 8)]
public partial class RepoAuditPlan(GitClient git)
{
    // The two that ask git may fail (no repository here, no git installed): the audit then goes on without what they know.

    [Step(OnFailure = FailurePolicy.Continue)]
    Task<GitFiles> ListGitFiles([Input] DirectoryInfo root, CancellationToken ct) => git.ListFilesAsync(root, ct);

    [Step(ResultKey = "history", OnFailure = FailurePolicy.Continue)]
    Task<History> ReadHistory([Input] DirectoryInfo root, CancellationToken ct) => git.ReadHistoryAsync(root, ct);

    [Step(ResultKey = "inventory")]
    Task<Inventory> TakeInventory([Input] DirectoryInfo root, [From("list_git_files")] GitFiles? listed, CancellationToken ct) =>
        Inventory.TakeAsync(root, listed, ct);

    [Step(ResultKey = "texts")]
    Task<TextScan> ReadTexts(Inventory inventory, CancellationToken ct) => TextScan.ReadAsync(inventory, ct);

    [Step(ResultKey = "duplicates")]
    Task<Duplicates> FindDuplicates(Inventory inventory, CancellationToken ct) => Duplicates.FindAsync(inventory, ct);

    [Step(ResultKey = "licence")]
    Task<Licence> CheckLicence(Inventory inventory, CancellationToken ct) => Licence.FindAsync(inventory, ct);

    [Step(ResultKey = "readme")]
    Task<Readme> CheckReadme(Inventory inventory, CancellationToken ct) => Readme.CheckAsync(inventory, ct);

    [Step(ResultKey = "largest")]
    IReadOnlyList<SourceFile> FindLargest(Inventory inventory) => inventory.Largest();

    [Step(ResultKey = "languages")]
    LanguageTable CountLanguages(TextScan texts) => LanguageTable.Of(texts);

    [Step(ResultKey = "changes")]
    FileChanges? CountChanges(History? history, Inventory inventory) => history?.ChangesOf(inventory);

    [Step(ResultKey = "hotspots")]
    IReadOnlyList<Hotspot>? FindHotspots(FileChanges? changes, TextScan texts) => changes?.HotspotsIn(texts);

    [Step(ResultKey = "notes")]
    NoteRanking RankNotes(TextScan texts, FileChanges? changes) => texts.Notes.RankBy(changes);

    [Step(ResultKey = "verdict")]
    IReadOnlyList<Remark> Judge(
        Inventory inventory, TextScan texts, Duplicates duplicates, Licence licence, Readme readme, History? history) =>
        Verdict.Of(inventory, texts, duplicates, licence, readme, history);

    [Step(ResultKey = "report")]
    AuditReport Compose(
        Inventory inventory, TextScan texts, LanguageTable languages, NoteRanking notes, IReadOnlyList<SourceFile> largest,
        Duplicates duplicates, IReadOnlyList<Remark> verdict, History? history, FileChanges? changes,
        IReadOnlyList<Hotspot>? hotspots) =>
        new(inventory, texts, languages, notes, largest, duplicates, verdict, history, changes, hotspots);
}
