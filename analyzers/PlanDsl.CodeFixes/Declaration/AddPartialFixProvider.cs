using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PlanDsl.Model;

namespace PlanDsl.CodeFixes;

/// <summary>Makes a plan or state machine partial, and the types that it is nested in. For PLAN0001, which is hidden, for
/// CS0260, which the compiler shows in its place, and for PLAN0005 where it is a container that is not partial.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddPartialFixProvider)), Shared]
public sealed class AddPartialFixProvider : ComposingFixProvider
{
    /// <summary>The equivalence key.</summary>
    public const string Key = "PlanDsl.AddPartial";

    private const string MissingPartial = "CS0260";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.NotPartial, RuleIds.UnsupportedShape, MissingPartial];

    internal override async Task<ImmutableArray<Fix>> FindFixesAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var declaration = await document.FindAsync<TypeDeclarationSyntax>(diagnostic, cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (declaration is null || model?.GetDeclaredSymbol(declaration, cancellationToken) is not { } type || !IsOrHoldsPlan(type))
            return [];

        var declarations = Declarations(type, document.Project.Solution, cancellationToken);
        if (declarations.IsEmpty)
            return [];
        return [new($"Make '{type.Name}' partial", Key, (session, ct) => ApplyAsync(declarations, session, ct))];
    }

    private static async Task ApplyAsync(ImmutableArray<(Document Document, TypeDeclarationSyntax Node)> declarations, FixSession session, CancellationToken cancellationToken)
    {
        foreach (var (document, node) in declarations.Where(declaration => session.Claim(declaration.Node)))
        {
            var editor = await session.EditAsync(document, cancellationToken).ConfigureAwait(false);
            editor.ReplaceNode(node, static (current, _) => WithPartial((TypeDeclarationSyntax)current));
        }
    }

    // The compiler complains of a container where it is the container that is not partial.
    private static bool IsOrHoldsPlan(INamedTypeSymbol type) =>
        type.GetAttributes().Any(static attribute => attribute.AttributeClass?.ToDisplayString() is "PlanDsl.PlanAttribute" or "PlanDsl.StateMachineAttribute")
        || type.GetTypeMembers().Any(IsOrHoldsPlan);

    private static ImmutableArray<(Document Document, TypeDeclarationSyntax Node)> Declarations(INamedTypeSymbol type, Solution solution, CancellationToken cancellationToken)
    {
        var found = ImmutableArray.CreateBuilder<(Document, TypeDeclarationSyntax)>();
        for (var current = type; current is not null; current = current.ContainingType)
        {
            foreach (var reference in current.DeclaringSyntaxReferences)
            {
                if (reference.GetSyntax(cancellationToken) is TypeDeclarationSyntax node
                    && !node.Modifiers.Any(SyntaxKind.PartialKeyword)
                    && solution.GetDocument(node.SyntaxTree) is { } document and not SourceGeneratedDocument)
                    found.Add((document, node));
            }
        }

        return found.ToImmutable();
    }

    private static TypeDeclarationSyntax WithPartial(TypeDeclarationSyntax declaration)
    {
        // It has to be the last modifier; where it is the only one, what precedes the keyword now precedes it.
        var partial = SyntaxFactory.Token(SyntaxKind.PartialKeyword).WithTrailingTrivia(SyntaxFactory.Space);
        return declaration.Modifiers.Count > 0
            ? declaration.WithModifiers(declaration.Modifiers.Add(partial))
            : declaration
                .WithKeyword(declaration.Keyword.WithLeadingTrivia())
                .WithModifiers(SyntaxFactory.TokenList(partial.WithLeadingTrivia(declaration.Keyword.LeadingTrivia)));
    }
}
