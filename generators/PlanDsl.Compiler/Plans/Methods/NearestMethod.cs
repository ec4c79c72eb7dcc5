using Microsoft.CodeAnalysis;
using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>Finds the method that an option was probably meant to name.</summary>
public static class NearestMethod
{
    /// <summary>The name of the method of <paramref name="plan"/> that is nearest to <paramref name="name"/>, steps left aside;
    /// <see langword="null"/> if none is near.</summary>
    public static string? To(string name, INamedTypeSymbol plan, PlanSymbols symbols)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var member in plan.GetMembers())
        {
            if (member is IMethodSymbol { MethodKind: MethodKind.Ordinary, IsImplicitlyDeclared: false } method && !StepMethods.IsStep(method, symbols))
                names[SnakeCase.From(method.Name)] = method.Name;
        }

        return new Nearest(names.Keys).To(name) is { } nearest ? names[nearest] : null;
    }
}
