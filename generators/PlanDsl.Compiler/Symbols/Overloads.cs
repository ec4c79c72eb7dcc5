using Microsoft.CodeAnalysis;

namespace PlanDsl.Compiler;

/// <summary>Tells where a call by name alone could mean more than one method.</summary>
internal static class Overloads
{
    /// <summary>Whether <paramref name="type"/> has, or inherits, another member of the name of <paramref name="method"/>.</summary>
    public static bool Has(INamedTypeSymbol type, IMethodSymbol method)
    {
        for (var ancestor = type; ancestor is not null; ancestor = ancestor.BaseType)
        {
            foreach (var other in ancestor.GetMembers(method.Name))
            {
                if (!SymbolEqualityComparer.Default.Equals(other, method))
                    return true;
            }
        }

        return false;
    }
}
