using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PlanDsl.Model;

namespace PlanDsl.CodeFixes;

/// <summary>PLAN0506: adds the method that a step of a plan file calls to the class that names the file, with a parameter for each thing
/// that it is given. Offered in the file; what changes is the class.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddMethodFixProvider),
    DocumentKinds = [nameof(TextDocumentKind.AdditionalDocument)], DocumentExtensions = [".json"]), Shared]
public sealed class AddMethodFixProvider : PlanFileFixProvider
{
    /// <summary>What the equivalence keys begin with; the file follows.</summary>
    public const string Key = "PlanDsl.PlanFile.AddMethod";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.StepBodyNotFound];

    internal override async Task<ImmutableArray<Fix>> FindFixesAsync(PlanFileDocument file, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (file.Find(diagnostic) is not { Node.Kind: JsonKind.String } place || place.NameOf(place.Node) != "call" || place.Object is not { } caller
            || await ClassOfFile.FindAsync(file, cancellationToken).ConfigureAwait(false) is not { } found)
            return [];
        var name = place.Node.Value;
        if (!SyntaxFacts.IsValidIdentifier(name) || found.HasMember(name) || found.Declaration(cancellationToken) is not var (document, declaration))
            return [];

        var method = CalledMethod.Of(name, caller, new CalledTypes(file, found, cancellationToken));
        return [new($"Add method '{name}' to '{found.Type.Name}'", Key, async (session, ct) =>
        {
            // Several steps may call it, and one method serves them all.
            if (!session.Claim(("method", found.Type, name)))
                return;
            var editor = await session.EditAsync(document, ct).ConfigureAwait(false);
            editor.ReplaceNode(declaration, (current, _) => NewMember.Add((TypeDeclarationSyntax)current, method.Write(), declaration.SyntaxTree));
        })];
    }
}
