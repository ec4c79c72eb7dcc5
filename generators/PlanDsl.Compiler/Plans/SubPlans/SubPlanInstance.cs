using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PlanDsl.Compiler;

/// <summary>Where the instance of a sub-plan comes from: the plan's own member of that type, else a constructor without
/// parameters, else the services of the run.</summary>
/// <param name="Source">Which of these.</param>
/// <param name="Member">The name of the member, escaped; empty where it is none.</param>
/// <param name="Fault">Why it cannot be taken, with what would be right; <see langword="null"/> if it can.</param>
internal sealed record SubPlanInstance(SubPlanSource Source, string Member = "", string? Fault = null)
{
    // What is generated must not decide what is generated.
    private const string Reserved = "__";

    /// <summary>The instance of <paramref name="plan"/> that <paramref name="method"/> of <paramref name="type"/> runs.</summary>
    public static SubPlanInstance Find(IMethodSymbol method, INamedTypeSymbol plan, INamedTypeSymbol type, Compilation compilation) =>
        Find(method.Name, method.IsStatic, plan, type, compilation);

    /// <summary>The instance that a method of this name runs, be there one or not.</summary>
    public static SubPlanInstance Find(string method, bool isStatic, INamedTypeSymbol plan, INamedTypeSymbol type, Compilation compilation) =>
        Find(method, isStatic, part => SymbolEqualityComparer.Default.Equals(part, plan), type, compilation)
            ?? new(CanBeMade(plan, type, compilation) ? SubPlanSource.New : SubPlanSource.Services);

    /// <summary>The instance that a member holds; <see langword="null"/> where none does.</summary>
    /// <param name="method">The method that runs the plan.</param>
    /// <param name="isStatic">Whether that is static.</param>
    /// <param name="isPlan">Whether a type is the plan that is run.</param>
    /// <param name="type">The class of the method.</param>
    /// <param name="compilation">The compilation.</param>
    public static SubPlanInstance? Find(string method, bool isStatic, Func<ITypeSymbol, bool> isPlan, INamedTypeSymbol type, Compilation compilation)
    {
        var holders = Members(type, isStatic, compilation).Where(member => Holds(TypeOf(member), isPlan)).ToArray();
        if (holders.Length == 0 && !isStatic)
            holders = [.. PrimaryParameters(type).Where(parameter => Holds(parameter.Type, isPlan))];
        if (holders.Length > 1 && holders.Where(holder => IsNamedLike(holder, method)).ToArray() is { Length: 1 } named)
            holders = named;

        return holders.Length switch
        {
            0 => null,
            1 => Take(holders[0]),
            _ => new(SubPlanSource.Member, Fault: $"which of '{holders[0].Name}' and '{holders[1].Name}' it runs cannot be told; name the step like one of them"),
        };
    }

    private static SubPlanInstance Take(ISymbol holder) => new(
        SubPlanSource.Member,
        TypeNames.Escape(holder.Name),
        TypeOf(holder)!.NullableAnnotation is NullableAnnotation.Annotated
            ? $"'{holder.Name}', which holds the plan to run, may be null; declare it as '{TypeNames.Ref(TypeOf(holder)!).Display}'"
            : null);

    private static IEnumerable<ISymbol> Members(INamedTypeSymbol type, bool isStatic, Compilation compilation)
    {
        for (var ancestor = type; ancestor is not null; ancestor = ancestor.BaseType)
        {
            foreach (var member in ancestor.GetMembers())
            {
                if ((member.IsStatic || !isStatic) && member.CanBeReferencedByName && !member.Name.StartsWith(Reserved, StringComparison.Ordinal)
                    && compilation.IsSymbolAccessibleWithin(member, type))
                    yield return member;
            }
        }
    }

    /// <summary>The parameters of the primary constructor that its members may read.</summary>
    public static IEnumerable<IParameterSymbol> PrimaryParameters(INamedTypeSymbol type) =>
        type.InstanceConstructors.FirstOrDefault(static constructor =>
            constructor.DeclaringSyntaxReferences.Any(static declaration => declaration.GetSyntax() is TypeDeclarationSyntax))
            is { } primary ? primary.Parameters.Where(static parameter => parameter.RefKind is RefKind.None) : [];

    private static ITypeSymbol? TypeOf(ISymbol holder) => holder switch
    {
        IFieldSymbol field => field.Type,
        IPropertySymbol { IsIndexer: false, GetMethod: not null } property => property.Type,
        IParameterSymbol parameter => parameter.Type,
        _ => null,
    };

    private static bool Holds(ITypeSymbol? type, Func<ITypeSymbol, bool> isPlan)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (isPlan(type))
                return true;
        }

        return false;
    }

    private static bool IsNamedLike(ISymbol holder, string method) =>
        string.Equals(holder.Name.TrimStart('_'), method, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether other types of the assembly can make an instance of <paramref name="plan"/> with a constructor without parameters.</summary>
    public static bool IsConstructible(INamedTypeSymbol plan) =>
        !plan.IsAbstract && !HasRequiredMembers(plan)
        && plan.InstanceConstructors.Any(static constructor => constructor.Parameters.IsEmpty && constructor.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal);

    private static bool CanBeMade(INamedTypeSymbol plan, INamedTypeSymbol type, Compilation compilation) =>
        !plan.IsAbstract && !HasRequiredMembers(plan)
        && plan.InstanceConstructors.Any(constructor => constructor.Parameters.IsEmpty && compilation.IsSymbolAccessibleWithin(constructor, type));

    private static bool HasRequiredMembers(INamedTypeSymbol plan)
    {
        for (var ancestor = plan; ancestor is not null; ancestor = ancestor.BaseType)
        {
            if (ancestor.GetMembers().Any(static member => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true }))
                return true;
        }

        return false;
    }
}
