using System.Collections.Immutable;
using System.Composition;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using PlanDsl.Model;

namespace PlanDsl.CodeFixes;

/// <summary>PLAN0504: adds the property that an object of a plan file lacks, with a value that is made of what stands around it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddPropertyFixProvider),
    DocumentKinds = [nameof(TextDocumentKind.AdditionalDocument)], DocumentExtensions = [".json"]), Shared]
public sealed class AddPropertyFixProvider : PlanFileFixProvider
{
    /// <summary>What the equivalence keys begin with; the file follows.</summary>
    public const string Key = "PlanDsl.PlanFile.AddProperty";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.MissingProperty];

    internal override Task<ImmutableArray<Fix>> FindFixesAsync(PlanFileDocument file, Diagnostic diagnostic, CancellationToken cancellationToken) =>
        Task.FromResult(Find(file, diagnostic));

    private static ImmutableArray<Fix> Find(PlanFileDocument file, Diagnostic diagnostic)
    {
        if (file.Find(diagnostic) is not { Object: { IsDamaged: false } owner } place || MissingAt(file, diagnostic) is not { } property
            || MissingValue.Of(property, place) is null)
            return [];
        return [new($"Add {property}", Key, async (session, ct) =>
        {
            var value = MissingValue.Of(property, place, name => IsFree(name) && session.Claim((file.Path, name)))!;
            var edits = await session.EditFileAsync(file.Document, ct).ConfigureAwait(false);
            if (MissingValue.StandsFirst(property))
                edits.AddFirst(owner, property, value);
            else
                edits.AddLast(owner, property, value);
        })];

        bool IsFree(string id) => file.File.Model.Steps.All(step => step.Id != id);
    }

    // Which property it is, only the finding knows.
    private static string? MissingAt(PlanFileDocument file, Diagnostic diagnostic)
    {
        var span = diagnostic.Location.SourceSpan;
        return file.File.Findings
            .FirstOrDefault(finding => finding.Id == RuleIds.MissingProperty
                && finding.Anchor.TextSpan == new TextSpan(span.Start, span.Length)
                && finding.Message == diagnostic.GetMessage(CultureInfo.InvariantCulture))
            ?.Args[1];
    }
}
