using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using PlanDsl.Compiler;
using PlanDsl.Model;

namespace PlanDsl.CodeFixes;

/// <summary>PLAN0201: adds a step that produces what the parameter binds.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddProducerFixProvider)), Shared]
public sealed class AddProducerFixProvider : ComposingFixProvider
{
    /// <summary>The equivalence key.</summary>
    public const string Key = "PlanDsl.AddProducer";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.UnboundParameter];

    internal override async Task<ImmutableArray<Fix>> FindFixesAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var unbound = await UnboundParameter.FindAsync(document, diagnostic, cancellationToken).ConfigureAwait(false);
        if (unbound is null || unbound.IsElement || unbound.Symbol is { Type.TypeKind: TypeKind.Error or TypeKind.Pointer } or { Type.IsRefLikeType: true } or not { RefKind: RefKind.None })
            return [];
        var compilation = await document.Project.GetCompilationAsync(cancellationToken).ConfigureAwait(false);
        if (compilation is null || PlanSymbols.TryCreate(compilation) is not { } symbols || ProducerDeclaration.TryCreate(unbound, symbols) is not { } producer)
            return [];
        return [new($"Add step '{producer.Name}'", Key, ApplyAsync)];

        async Task ApplyAsync(FixSession session, CancellationToken ct)
        {
            // Several steps may miss the same result; one producer serves them all. Two results may give the same name.
            var plan = unbound.Symbol.ContainingType;
            if (!session.Claim(("result", plan, unbound.Key)) || !session.Claim(("method", plan, producer.Name)))
                return;
            var editor = await session.EditAsync(document, ct).ConfigureAwait(false);
            editor.InsertBefore(unbound.Method, producer.Write(unbound, editor.Generator));
        }
    }
}
