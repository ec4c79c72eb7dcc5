using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PlanDsl.Model;

namespace PlanDsl.CodeFixes;

/// <summary>PLAN0104: removes a dependency that others imply, and <c>DependsOn</c> with the last of them.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveDependencyFixProvider)), Shared]
public sealed class RemoveDependencyFixProvider : ComposingFixProvider
{
    /// <summary>The equivalence key.</summary>
    public const string Key = "PlanDsl.RemoveDependency";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.RedundantDependency];

    internal override async Task<ImmutableArray<Fix>> FindFixesAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var dependency = await DependencySyntax.FindAsync(document, diagnostic, cancellationToken).ConfigureAwait(false);
        if (dependency is null)
            return [];
        return [new($"Remove the dependency on {dependency.Item}", Key, ApplyAsync)];

        async Task ApplyAsync(FixSession session, CancellationToken ct)
        {
            var editor = await session.EditAsync(document, ct).ConfigureAwait(false);
            editor.ReplaceNode(dependency.Attribute, (current, _) => DependencySyntax.Remove((AttributeSyntax)current, dependency.Item));
        }
    }
}
