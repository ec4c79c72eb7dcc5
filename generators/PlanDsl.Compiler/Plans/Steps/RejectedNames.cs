using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>Names in the attributes of a step or a group that C# has rejected, such as <c>nameof(Fetchh)</c>: its error is the one
/// for them.</summary>
internal static class RejectedNames
{
    /// <summary>The places of such names in the parts of the step with this index.</summary>
    /// <param name="body">The method; <see langword="null"/> for a group.</param>
    /// <param name="attribute">The attribute that declares it, if there is one.</param>
    /// <param name="step">Its index.</param>
    /// <param name="dependencies">Knows the steps.</param>
    /// <param name="named">The methods that the attribute names.</param>
    /// <param name="symbols">The known types.</param>
    public static HashSet<Anchor> In(
        IMethodSymbol? body, AttributeData? attribute, int step, DependencyReader dependencies, IReadOnlyList<NamedMethod> named, PlanSymbols symbols)
    {
        var rejected = new HashSet<Anchor>();
        if (body is not null)
            AddSources(body, step, MethodRole.Body, rejected, symbols);
        if (attribute is null)
            return rejected;

        foreach (var option in named)
        {
            if (option.Symbol is { } found)
                AddSources(found, step, option.Role, rejected, symbols);
            else if (option.Candidates.IsEmpty && !Exists(SyntaxOf(attribute, NamedMethod.OptionOf(option.Role)), symbols.Compilation))
                rejected.Add(Anchor.Step(step).At(option.Role.Property()));
        }

        var names = DependencyReader.Written(attribute);
        for (var item = 0; item < names.Length; item++)
        {
            if (!dependencies.IsMethod(names[item]) && !(IsText(names[item]) && Exists(SyntaxOf(attribute, DependencyReader.Option).Item(item), symbols.Compilation)))
                rejected.Add(Anchor.Step(step).At(PropertyNames.DependsOn, item));
        }

        return rejected;
    }

    private static void AddSources(IMethodSymbol method, int step, MethodRole role, HashSet<Anchor> rejected, PlanSymbols symbols)
    {
        foreach (var parameter in method.Parameters)
        {
            if (!parameter.GetAttributes().IsEmpty && (Attributes.Find(parameter, symbols.From) ?? Attributes.Find(parameter, symbols.Each)) is { } from && !IsText(from.ConstructorArguments.FirstOrDefault()))
                rejected.Add(Anchor.StepParameter(step, parameter.Ordinal, role).At(PropertyNames.From));
        }
    }

    private static bool IsText(TypedConstant constant) => constant is { Kind: TypedConstantKind.Primitive, Value: null or string };

    // For nameof of what does not exist, C# reports an error and yet has a value.
    private static bool Exists(ExpressionSyntax? name, Compilation compilation)
    {
        if (name is not InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" }, ArgumentList.Arguments: { Count: 1 } named })
            return true;
        var found = compilation.GetSemanticModel(named[0].SyntaxTree).GetSymbolInfo(named[0].Expression);
        return found.Symbol is not null || !found.CandidateSymbols.IsEmpty;
    }

    private static ExpressionSyntax? SyntaxOf(AttributeData attribute, string option) =>
        (attribute.ApplicationSyntaxReference?.GetSyntax() as AttributeSyntax)?.Named(option);
}
