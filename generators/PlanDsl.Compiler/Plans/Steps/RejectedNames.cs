using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>Names in the attributes of a step that C# has rejected, such as <c>nameof(Fetchh)</c>: its error is the one for them.</summary>
internal static class RejectedNames
{
    /// <summary>The places of such names in the step with this index.</summary>
    public static HashSet<Anchor> In(IMethodSymbol method, int step, Func<string, bool> isStep, IReadOnlyList<NamedMethod> named, PlanSymbols symbols)
    {
        var rejected = new HashSet<Anchor>();
        AddSources(method, step, MethodRole.Body, rejected, symbols);
        if (Attributes.Find(method, symbols.Step) is not { } attribute)
            return rejected;

        foreach (var option in named)
        {
            if (option.Symbol is { } found)
                AddSources(found, step, option.Role, rejected, symbols);
            else if (option.Candidates.IsEmpty && !Exists(SyntaxOf(attribute, NamedMethod.OptionOf(option.Role)), symbols.Compilation))
                rejected.Add(Anchor.Step(step).At(option.Role.Property()));
        }

        if (Attributes.Named(attribute, "DependsOn") is { Kind: TypedConstantKind.Array, IsNull: false } names)
        {
            for (var item = 0; item < names.Values.Length; item++)
            {
                if (!isStep(names.Values[item].Value as string ?? "") && !IsAccepted(attribute, item, names.Values[item], symbols.Compilation))
                    rejected.Add(Anchor.Step(step).At(PropertyNames.DependsOn, item));
            }
        }

        return rejected;
    }

    private static void AddSources(IMethodSymbol method, int step, MethodRole role, HashSet<Anchor> rejected, PlanSymbols symbols)
    {
        foreach (var parameter in method.Parameters)
        {
            if (Attributes.Find(parameter, symbols.From) is { } from && !IsText(from.ConstructorArguments.FirstOrDefault()))
                rejected.Add(Anchor.StepParameter(step, parameter.Ordinal, role).At(PropertyNames.From));
        }
    }

    private static bool IsText(TypedConstant constant) => constant is { Kind: TypedConstantKind.Primitive, Value: null or string };

    private static bool IsAccepted(AttributeData attribute, int item, TypedConstant value, Compilation compilation) =>
        IsText(value) && Exists(SyntaxOf(attribute, "DependsOn").Item(item), compilation);

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
