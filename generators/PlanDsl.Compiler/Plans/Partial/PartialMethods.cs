using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PlanDsl.Compiler;

/// <summary>Steps that are partial methods: their authors declare them, and their bodies are generated.</summary>
internal static class PartialMethods
{
    private static readonly SymbolDisplayFormat HeadFormat = SymbolDisplayFormat.FullyQualifiedFormat
        .WithMemberOptions(SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeRef)
        .WithParameterOptions(SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeModifiers)
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>Why the body of <paramref name="method"/> cannot be generated, with what would be right; <see langword="null"/> if it can.</summary>
    /// <param name="method">The method.</param>
    /// <param name="symbols">The known types of its compilation.</param>
    /// <param name="because">What the method does instead of having a body of its author's.</param>
    public static string? FaultOf(IMethodSymbol method, PlanSymbols symbols, string because) =>
        IsWithoutBody(method, symbols) ? null : $"{because}, so its body is generated; make it partial, and end it with a semicolon";

    /// <summary>Whether <paramref name="method"/> is one whose body is generated: it runs a plan or waits for a signal, and its
    /// author has left the body to us.</summary>
    public static bool AreGeneratedFor(IMethodSymbol method, PlanSymbols symbols) =>
        !method.IsGenericMethod && IsWithoutBody(method, symbols)
        && (Attributes.Has(method, symbols.Signal) || (Attributes.Find(method, symbols.Step) is { } attribute && Attributes.Named(attribute, "Plan") is not null));

    /// <summary>Whether the author has written no body. When analyzers look, there may be one that we wrote.</summary>
    public static bool IsWithoutBody(IMethodSymbol method, PlanSymbols symbols) =>
        method is { IsPartialDefinition: true } && (method.PartialImplementationPart is null || IsGenerated(method, symbols));

    /// <summary>Whether its author says who may call it, as C# demands of one that returns something (CS8796).</summary>
    public static bool HasAccessibility(IMethodSymbol method) => ModifiersOf(method)
        .Any(static modifier => modifier.Kind() is SyntaxKind.PublicKeyword or SyntaxKind.InternalKeyword or SyntaxKind.ProtectedKeyword or SyntaxKind.PrivateKeyword);

    /// <summary>The declaration of the implementing part, which repeats what the author declared.</summary>
    public static string HeadOf(IMethodSymbol method)
    {
        var modifiers = ModifiersOf(method).Select(static modifier => modifier.ValueText);
        return string.Join(" ", modifiers.Append(method.ToDisplayString(HeadFormat)));
    }

    /// <summary>Whether <paramref name="member"/> is one that we wrote. The attributes of both parts of a method are the method's.</summary>
    public static bool IsGenerated(ISymbol member, PlanSymbols symbols) =>
        Attributes.Find(member, symbols.GeneratedCode)?.ConstructorArguments.FirstOrDefault().Value is "PlanDsl";

    private static SyntaxTokenList ModifiersOf(IMethodSymbol method) =>
        method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is MethodDeclarationSyntax declaration ? declaration.Modifiers : default;
}
