using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PlanDsl.CodeFixes;

/// <summary>A call in a step's body that can be given the step's token.</summary>
/// <param name="Arguments">The call's arguments.</param>
/// <param name="ParameterName">What the called method calls the token; <see langword="null"/> where it is passed by position.</param>
internal sealed record TokenForwarding(ArgumentListSyntax Arguments, string? ParameterName)
{
    /// <summary>The calls in the body of <paramref name="step"/> that take a token and are given none.</summary>
    public static ImmutableArray<TokenForwarding> FindCalls(SemanticModel model, MethodDeclarationSyntax step, ITypeSymbol tokenType, CancellationToken cancellationToken) =>
    [
        .. step.DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Where(call => SeesToken(call, step, model, tokenType, cancellationToken))
            .Select(call => TryFind(model, call, tokenType, cancellationToken))
            .OfType<TokenForwarding>(),
    ];

    /// <summary><paramref name="arguments"/> with the token at their end.</summary>
    public ArgumentListSyntax PassOn(ArgumentListSyntax arguments, string token) =>
        arguments.WithArguments(SeparatedLists.Append(arguments.Arguments, Argument(ParameterName, SyntaxFactory.IdentifierName(token)), arguments.OpenParenToken));

    private static TokenForwarding? TryFind(SemanticModel model, InvocationExpressionSyntax call, ITypeSymbol tokenType, CancellationToken cancellationToken)
    {
        if (model.GetSymbolInfo(call, cancellationToken).Symbol is not IMethodSymbol method || method.Parameters.LastOrDefault() is { IsParams: true })
            return null;

        var given = call.ArgumentList.Arguments;
        var own = method.Parameters.FirstOrDefault(parameter => Is(parameter, tokenType));
        var target = own is null ? OverloadWithToken(model, method, tokenType, call.SpanStart)
            : own.IsOptional && !IsGiven(own, given) ? own
            : null;
        if (target is null)
            return null;

        var ordinal = own?.Ordinal ?? method.Parameters.Length;
        var byPosition = given.Count == ordinal && given.All(static argument => argument.NameColon is null);
        var found = new TokenForwarding(call.ArgumentList, byPosition ? null : target.Name);
        return found.Binds(model, call, method, tokenType) ? found : null;
    }

    // The last check: would the compiler choose a method that takes the token and returns the same?
    private bool Binds(SemanticModel model, InvocationExpressionSyntax call, IMethodSymbol method, ITypeSymbol tokenType)
    {
        var none = SyntaxFactory.ParseExpression("default(global::System.Threading.CancellationToken)");
        var changed = call.WithArgumentList(SyntaxFactory.ArgumentList(call.ArgumentList.Arguments.Add(Argument(ParameterName, none))));
        return Bind(model, call, changed) is IMethodSymbol chosen
            && chosen.Parameters.Any(parameter => Is(parameter, tokenType))
            && SymbolEqualityComparer.Default.Equals(chosen.ReturnType, method.ReturnType);
    }

    // What stands behind '?.' means nothing without what stands before it, so the whole expression is bound.
    private static ISymbol? Bind(SemanticModel model, InvocationExpressionSyntax call, InvocationExpressionSyntax changed)
    {
        if (call.Ancestors().OfType<ConditionalAccessExpressionSyntax>().LastOrDefault(access => access.WhenNotNull.Span.Contains(call.Span)) is not { } access)
            return model.GetSpeculativeSymbolInfo(call.SpanStart, changed, SpeculativeBindingOption.BindAsExpression).Symbol;

        var mark = new SyntaxAnnotation();
        var statement = SyntaxFactory.ExpressionStatement(access.ReplaceNode(call, changed.WithAdditionalAnnotations(mark)));
        return model.TryGetSpeculativeSemanticModel(access.SpanStart, statement, out var speculative)
            ? speculative.GetSymbolInfo(statement.GetAnnotatedNodes(mark).Single()).Symbol
            : null;
    }

    private static ArgumentSyntax Argument(string? name, ExpressionSyntax value) =>
        name is null
            ? SyntaxFactory.Argument(value)
            : SyntaxFactory.Argument(SyntaxFactory.NameColon(Identifiers.Escape(name)).WithTrailingTrivia(SyntaxFactory.Space), default, value);

    private static bool IsGiven(IParameterSymbol parameter, SeparatedSyntaxList<ArgumentSyntax> given) =>
        given.Where((argument, index) => argument.NameColon is { } name ? name.Name.Identifier.ValueText == parameter.Name : index == parameter.Ordinal).Any();

    // An extension method that is called on its receiver has one parameter less than where it is declared.
    private static IParameterSymbol? OverloadWithToken(SemanticModel model, IMethodSymbol method, ITypeSymbol tokenType, int position)
    {
        var declared = method.ReducedFrom ?? method;
        return declared.ContainingType.GetMembers(method.Name).OfType<IMethodSymbol>()
            .Where(overload => overload.Arity == declared.Arity && overload.IsStatic == declared.IsStatic
                && overload.Parameters.Length == declared.Parameters.Length + 1 && model.IsAccessible(position, overload))
            .Select(static overload => overload.Parameters.Last())
            .FirstOrDefault(parameter => Is(parameter, tokenType));
    }

    private static bool Is(IParameterSymbol parameter, ITypeSymbol tokenType) =>
        parameter.RefKind is RefKind.None && SymbolEqualityComparer.Default.Equals(parameter.Type, tokenType);

    // Static functions cannot capture the token, and those with one of their own are to use that.
    private static bool SeesToken(SyntaxNode call, MethodDeclarationSyntax step, SemanticModel model, ITypeSymbol tokenType, CancellationToken cancellationToken)
    {
        for (var node = call.Parent; node is not null && node != step; node = node.Parent)
        {
            var function = node switch
            {
                AnonymousFunctionExpressionSyntax lambda => model.GetSymbolInfo(lambda, cancellationToken).Symbol as IMethodSymbol,
                LocalFunctionStatementSyntax local => model.GetDeclaredSymbol(local, cancellationToken),
                _ => null,
            };
            if (function is { IsStatic: true } || function?.Parameters.Any(parameter => Is(parameter, tokenType)) == true)
                return false;
        }

        return true;
    }
}
