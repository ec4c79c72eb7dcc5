using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PlanDsl.Model;

namespace PlanDsl.CodeFixes;

/// <summary>A parameter of which PLAN0201 says that no step produces what it binds.</summary>
/// <param name="Syntax">Its declaration.</param>
/// <param name="Method">The declaration of the step.</param>
/// <param name="Symbol">The parameter.</param>
internal sealed record UnboundParameter(ParameterSyntax Syntax, MethodDeclarationSyntax Method, IParameterSymbol Symbol)
{
    /// <summary>Whether it is given the elements of what it binds, by <c>[Each]</c>.</summary>
    public bool IsElement => Attributes.Find(Symbol, "Each") is not null;

    /// <summary>Whether its key is written out, by <c>[From]</c> or <c>[Each]</c>.</summary>
    public bool IsExplicit => Source is not null;

    /// <summary>The attribute in which its key is written out.</summary>
    public AttributeData? Source => Attributes.Find(Symbol, "From") ?? Attributes.Find(Symbol, "Each");

    /// <summary>The result_key that it binds.</summary>
    public string Key =>
        Source?.ConstructorArguments.FirstOrDefault() is { Value: string key } ? key : SnakeCase.From(Symbol.Name);

    /// <summary>The parameter at the place of <paramref name="diagnostic"/>; <see langword="null"/> where another plan lacks it as an input, of which
    /// the place of that plan tells: no step can produce that.</summary>
    public static async Task<UnboundParameter?> FindAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var syntax = await document.FindAsync<ParameterSyntax>(diagnostic, cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        return diagnostic.AdditionalLocations.Count == 0 && syntax is { Parent.Parent: MethodDeclarationSyntax method } && model?.GetDeclaredSymbol(syntax, cancellationToken) is IParameterSymbol symbol
            ? new(syntax, method, symbol)
            : null;
    }
}
