using System.Globalization;
using Microsoft.CodeAnalysis;
using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>Says why nobody can tell which method an option means.</summary>
internal static class NamedMethodFaults
{
    /// <summary>What is wrong with the name; <see langword="null"/> where it is a method's or nobody's.</summary>
    public static string? Of(NamedMethod named, INamedTypeSymbol type, PlanSymbols symbols) => named switch
    {
        { Name: "" } => "the name is empty; name a method of the plan, or leave the option out",
        { Candidates.Length: > 1 } => $"there are {named.Candidates.Length.ToString(CultureInfo.InvariantCulture)} methods of this name; give the one that is meant a name of its own",
        { Symbol: { } method } when StepMethods.IsStep(method, symbols) => "it is a step itself; name a method that is none",
        { Symbol: null } when IsInherited(named.Name, type) => "it is inherited, and only the plan's own methods can be named; declare one that calls it",
        { Symbol: null } when !type.GetMembers(named.Name).IsEmpty => "it is no method; name a method of the plan",
        _ => null,
    };

    private static bool IsInherited(string name, INamedTypeSymbol type)
    {
        for (var ancestor = type.BaseType; ancestor is { SpecialType: not SpecialType.System_Object }; ancestor = ancestor.BaseType)
        {
            if (ancestor.GetMembers(name).OfType<IMethodSymbol>().Any())
                return true;
        }

        return false;
    }
}
