using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PlanDsl.CodeFixes;

/// <summary>The parameter by which a step is to be given its token.</summary>
/// <param name="Name">Its name: the one that the plan's other steps use, if it is free.</param>
/// <param name="IsOptional">Whether it needs a default value, because others before it have one or somebody calls the step.</param>
internal sealed record TokenParameter(string Name, bool IsOptional)
{
    private static readonly string[] CustomaryNames = ["cancellationToken", "ct"];

    /// <summary>The parameter for <paramref name="step"/>; <see langword="null"/> where its signature is not its own to change.</summary>
    public static TokenParameter? TryFind(SemanticModel model, MethodDeclarationSyntax step, CancellationToken cancellationToken)
    {
        if (model.GetDeclaredSymbol(step, cancellationToken) is not { IsOverride: false, IsVirtual: false, IsAbstract: false, IsPartialDefinition: false, PartialDefinitionPart: null } method
            || method.Parameters.LastOrDefault() is { IsParams: true }
            || ImplementsInterface(method)
            || !UsesAreCalls(model, method, out var isCalled, cancellationToken))
            return null;

        var taken = new HashSet<string>(step.DescendantTokens().Where(static token => token.IsKind(SyntaxKind.IdentifierToken)).Select(static token => token.ValueText), StringComparer.Ordinal);
        var name = NamesInUse(method).Concat(CustomaryNames).FirstOrDefault(name => !taken.Contains(name));
        var isOptional = isCalled || method.DeclaredAccessibility is not Accessibility.Private || method.Parameters.Any(static parameter => parameter.IsOptional);
        return name is null ? null : new(name, isOptional);
    }

    /// <summary><paramref name="list"/> with the parameter at its end.</summary>
    public ParameterListSyntax AddTo(ParameterListSyntax list, SyntaxNode type)
    {
        var parameter = SyntaxFactory.Parameter(SyntaxFactory.Identifier(Name)).WithType(((TypeSyntax)type).WithTrailingTrivia(SyntaxFactory.Space));
        if (IsOptional)
        {
            var equals = SyntaxFactory.Token(SyntaxKind.EqualsToken).WithLeadingTrivia(SyntaxFactory.Space).WithTrailingTrivia(SyntaxFactory.Space);
            parameter = parameter.WithDefault(SyntaxFactory.EqualsValueClause(equals, SyntaxFactory.LiteralExpression(SyntaxKind.DefaultLiteralExpression)));
        }

        return list.WithParameters(SeparatedLists.Append(list.Parameters, parameter, list.OpenParenToken));
    }

    private static IEnumerable<string> NamesInUse(IMethodSymbol step) =>
        step.ContainingType.GetMembers().OfType<IMethodSymbol>()
            .Where(static method => Attributes.Find(method, "Step") is not null)
            .SelectMany(static method => method.Parameters)
            .Where(static parameter => parameter is { Type: { Name: "CancellationToken", ContainingNamespace.Name: "Threading" } })
            .GroupBy(static parameter => parameter.Name, StringComparer.Ordinal)
            .OrderByDescending(static uses => uses.Count())
            .Select(static uses => uses.Key);

    private static bool ImplementsInterface(IMethodSymbol method) =>
        method.ExplicitInterfaceImplementations.Length > 0
        || method.ContainingType.AllInterfaces.SelectMany(static type => type.GetMembers().OfType<IMethodSymbol>())
            .Any(member => SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(member), method));

    // A method group that became a delegate would fit no more. Generated code does not count: it is made again.
    private static bool UsesAreCalls(SemanticModel model, IMethodSymbol method, out bool isCalled, CancellationToken cancellationToken)
    {
        isCalled = false;
        foreach (var declaration in method.ContainingType.DeclaringSyntaxReferences)
        {
            if (declaration.SyntaxTree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal))
                continue;
            var semantics = declaration.SyntaxTree == model.SyntaxTree ? model : model.Compilation.GetSemanticModel(declaration.SyntaxTree);
            foreach (var name in declaration.GetSyntax(cancellationToken).DescendantNodes().OfType<SimpleNameSyntax>())
            {
                if (name.Identifier.ValueText != method.Name || !Means(semantics, name, method, cancellationToken))
                    continue;
                var whole = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : (SyntaxNode)name;
                if (whole.Parent is InvocationExpressionSyntax call && call.Expression == whole)
                    isCalled = true;
                else if (whole.Parent is not ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } } })
                    return false;
            }
        }

        return true;
    }

    private static bool Means(SemanticModel model, SimpleNameSyntax name, IMethodSymbol method, CancellationToken cancellationToken)
    {
        var info = model.GetSymbolInfo(name, cancellationToken);
        return SymbolEqualityComparer.Default.Equals(info.Symbol, method) || info.CandidateSymbols.Contains(method, SymbolEqualityComparer.Default);
    }
}
