using System.Globalization;
using PlanDsl;
using ReleaseNotes.Commits;

namespace ReleaseNotes;

/// <summary>Writes the notes of a release. Its steps stand in <c>release_notes.plan.json</c>; here is what they call.</summary>
[Plan("release_notes.plan.json")]
public partial class ReleaseNotesPlan
{
    private static Commit[] ReadCommits(string log) => [.. log.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Commit.Parse)];

    private static Section[] GroupByKind(IReadOnlyList<Commit> commits) =>
    [
        .. commits.GroupBy(commit => commit.Kind)
            .OrderBy(group => group.Key)
            .Select(group => new Section(group.Key, [.. group])),
    ];

    private static string WriteSection(Section section, int number) => string.Create(
        CultureInfo.InvariantCulture,
        $"## {number + 1}. {section.Title}\n\n{string.Concat(section.Commits.Select(commit => $"- {commit.Text} ({commit.Hash}, {commit.Author})\n"))}");

    private static Notes WriteNotes(string heading, string[] texts, Commit[] commits) => new(
        $"# {heading}\n\n{string.Join('\n', texts)}",
        commits.Length,
        commits.Any(commit => commit.Kind is ChangeKind.Breaking),
        heading.Contains(".0.0", StringComparison.Ordinal));
}
