using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>A method as an option of a step names it.</summary>
/// <param name="Role">The option.</param>
/// <param name="Name">What is written there.</param>
/// <param name="Candidates">The methods of the plan's type that have this name.</param>
internal sealed record NamedMethod(MethodRole Role, string Name, ImmutableArray<IMethodSymbol> Candidates)
{
    /// <summary>The method that is meant, if there is one and no other.</summary>
    public IMethodSymbol? Symbol => Candidates.Length == 1 ? Candidates[0] : null;

    /// <summary>The methods that <paramref name="attribute"/> names.</summary>
    /// <param name="type">The plan's type, where they are looked for.</param>
    /// <param name="attribute">The attribute of a step or a group.</param>
    public static IReadOnlyList<NamedMethod> In(INamedTypeSymbol type, AttributeData? attribute)
    {
        if (attribute is null || attribute.NamedArguments.IsEmpty)
            return [];
        var named = new List<NamedMethod>();
        foreach (var role in MethodRoles.Named)
        {
            if (Attributes.NamedString(attribute, OptionOf(role)) is { } name)
                named.Add(new(role, name, [.. type.GetMembers(name).OfType<IMethodSymbol>().Where(static method => method.MethodKind is MethodKind.Ordinary)]));
        }

        return named;
    }

    /// <summary>The property of the attribute that names methods for this purpose.</summary>
    public static string OptionOf(MethodRole role) => role.ToString();
}
