using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PlanDsl.Benchmarks;

/// <summary>The least that a generator of plans could do when nothing has changed: find them, and look at what their methods
/// declare. It makes nothing.</summary>
internal sealed class ReferenceGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var plans = context.SyntaxProvider.ForAttributeWithMetadataName(
            "PlanDsl.PlanAttribute",
            static (node, _) => node is TypeDeclarationSyntax,
            static (match, _) => Read((INamedTypeSymbol)match.TargetSymbol));
        context.RegisterSourceOutput(plans, static (_, _) => { });
    }

    /// <summary>What the methods of a plan say of themselves, once each.</summary>
    public static int Read(INamedTypeSymbol plan)
    {
        var hash = default(HashCode);
        foreach (var member in plan.GetMembers())
        {
            if (member is not IMethodSymbol { IsImplicitlyDeclared: false } method)
                continue;
            hash.Add(method.Name);
            hash.Add(method.ReturnType.Name);
            Add(method.GetAttributes(), ref hash);
            foreach (var parameter in method.Parameters)
            {
                hash.Add(parameter.Name);
                hash.Add(parameter.Type.Name);
                Add(parameter.GetAttributes(), ref hash);
            }
        }

        return hash.ToHashCode();
    }

    private static void Add(ImmutableArray<AttributeData> attributes, ref HashCode hash)
    {
        foreach (var attribute in attributes)
        {
            hash.Add(attribute.AttributeClass?.Name);
            foreach (var argument in attribute.NamedArguments)
                hash.Add(argument.Key);
        }
    }
}
