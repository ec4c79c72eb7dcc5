using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PlanDsl.Benchmarks;

/// <summary>The least that a generator of plans could do without judging them: read all that generated code depends on, which is how types
/// are spelled, who may use them, and what attributes are given, as a text that is compared with that of before. It makes nothing.</summary>
internal sealed class SpellingGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var plans = context.SyntaxProvider.ForAttributeWithMetadataName(
            "PlanDsl.PlanAttribute",
            static (node, _) => node is TypeDeclarationSyntax,
            static (match, _) => Read((INamedTypeSymbol)match.TargetSymbol, match.Attributes));
        context.RegisterSourceOutput(plans, static (_, _) => { });
    }

    private static string Read(INamedTypeSymbol plan, IEnumerable<AttributeData> attributes)
    {
        var text = new StringBuilder().Append(plan.DeclaredAccessibility).Append(Spell(plan));
        Add(attributes, text);
        foreach (var member in plan.GetMembers())
        {
            if (member is not IMethodSymbol { IsImplicitlyDeclared: false } method)
                continue;
            text.Append(method.DeclaredAccessibility).Append(method.IsStatic).Append(method.Name).Append(method.ReturnType.DeclaredAccessibility).Append(Spell(method.ReturnType));
            Add(method.GetAttributes(), text);
            foreach (var parameter in method.Parameters)
            {
                text.Append(parameter.Name).Append(parameter.Type.DeclaredAccessibility).Append(Spell(parameter.Type)).Append(parameter.HasExplicitDefaultValue);
                Add(parameter.GetAttributes(), text);
            }
        }

        return text.ToString();
    }

    private static void Add(IEnumerable<AttributeData> attributes, StringBuilder text)
    {
        foreach (var attribute in attributes)
        {
            text.Append(attribute.AttributeClass?.Name);
            foreach (var argument in attribute.ConstructorArguments)
                text.Append(TextOf(argument));
            foreach (var argument in attribute.NamedArguments)
                text.Append(argument.Key).Append(TextOf(argument.Value));
        }
    }

    private static string? TextOf(TypedConstant value) => value.Kind is TypedConstantKind.Array ? string.Join(',', value.Values.Select(TextOf)) : value.Value?.ToString();

    private static string Spell(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
}
