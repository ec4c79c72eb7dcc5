using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Editing;

namespace PlanDsl.CodeFixes;

/// <summary>The edits of one or many fixes, which become one change of the solution. Nodes are those of the solution as it
/// was; where two fixes edit the same node, the second is given what the first made of it.</summary>
internal sealed class FixSession(Solution solution)
{
    private readonly SolutionEditor _editor = new(solution);
    private readonly Dictionary<DocumentId, FileEdits> _files = [];
    private readonly HashSet<object> _claimed = [];

    public Task<DocumentEditor> EditAsync(Document document, CancellationToken cancellationToken) =>
        _editor.GetDocumentEditorAsync(document.Id, cancellationToken);

    /// <summary>The edits of a plan file.</summary>
    public async Task<FileEdits> EditFileAsync(TextDocument file, CancellationToken cancellationToken)
    {
        if (!_files.TryGetValue(file.Id, out var edits))
            _files.Add(file.Id, edits = new(await file.GetTextAsync(cancellationToken).ConfigureAwait(false)));
        return edits;
    }

    /// <summary>Whether no other fix has claimed to make the change that <paramref name="change"/> stands for.</summary>
    public bool Claim(object change) => _claimed.Add(change);

    public Solution GetChangedSolution() =>
        _files.Aggregate(_editor.GetChangedSolution(), static (solution, file) => solution.WithAdditionalDocumentText(file.Key, file.Value.Apply()));
}
