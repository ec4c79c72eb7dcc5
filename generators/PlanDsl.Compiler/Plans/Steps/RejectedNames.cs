using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>Names in the attributes of a step that C# has rejected, such as <c>nameof(Fetchh)</c>: its error is the one for them.</summary>
internal static class RejectedNames
{
    /// <summary>The places of such names in the step with this index.</summary>
    public static HashSet<Anchor> In(IMethodSymbol method, int step, Func<string, bool> isStep, PlanSymbols symbols)
    {
        var rejected = new HashSet<Anchor>();
        foreach (var parameter in method.Parameters)
        {
            if (Attributes.Find(parameter, symbols.From) is { } from && !IsText(from.ConstructorArguments.FirstOrDefault()))
                rejected.Add(Anchor.StepParameter(step, parameter.Ordinal).At(PropertyNames.From));
        }

        if (Attributes.Find(method, symbols.Step) is { } attribute && Attributes.Named(attribute, "DependsOn") is { Kind: TypedConstantKind.Array, IsNull: false } names)
        {
            for (var item = 0; item < names.Values.Length; item++)
            {
                if (!isStep(names.Values[item].Value as string ?? "") && !IsAccepted(attribute, item, names.Values[item], symbols.Compilation))
                    rejected.Add(Anchor.Step(step).At(PropertyNames.DependsOn, item));
            }
        }

        return rejected;
    }

    private static bool IsText(TypedConstant constant) => constant is { Kind: TypedConstantKind.Primitive, Value: null or string };

    // For nameof of what does not exist, C# reports an error and yet has a value.
    private static bool IsAccepted(AttributeData attribute, int item, TypedConstant value, Compilation compilation)
    {
        if (!IsText(value))
            return false;
        if ((attribute.ApplicationSyntaxReference?.GetSyntax() as AttributeSyntax)?.Named("DependsOn").Item(item) is not InvocationExpressionSyntax
            {
                Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" },
                ArgumentList.Arguments: { Count: 1 } named,
            })
            return true;
        var found = compilation.GetSemanticModel(named[0].SyntaxTree).GetSymbolInfo(named[0].Expression);
        return found.Symbol is not null || !found.CandidateSymbols.IsEmpty;
    }
}
