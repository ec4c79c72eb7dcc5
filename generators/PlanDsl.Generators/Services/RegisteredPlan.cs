using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PlanDsl.Compiler;
using PlanDsl.Model;

namespace PlanDsl.Generators;

/// <summary>A plan that a container can make.</summary>
/// <param name="Type">Its type, fully qualified.</param>
/// <param name="IsPublic">Whether other assemblies see it.</param>
internal sealed record RegisteredPlan(string Type, bool IsPublic)
{
    /// <summary>The plan that is declared there; <see langword="null"/> where no container can make it: it is generic or a struct, it
    /// is hidden in another type, or it has no public constructor.</summary>
    public static RegisteredPlan? Of(INamedTypeSymbol type)
    {
        if (type is not { TypeKind: TypeKind.Class, IsStatic: false, IsAbstract: false, IsFileLocal: false }
            || !type.InstanceConstructors.Any(static constructor => constructor.DeclaredAccessibility is Accessibility.Public))
            return null;

        var isPublic = true;
        for (var part = type; part is not null; part = part.ContainingType)
        {
            if (part.IsGenericType || part.IsFileLocal
                || part.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal))
                return null;
            isPublic &= part.DeclaredAccessibility is Accessibility.Public;
        }

        return new(type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat), isPublic);
    }

    /// <summary>The class that is declared for a plan file that no class names.</summary>
    public static RegisteredPlan Of(FilePlanTarget target) => new(target.Declared().Cref, IsPublic: true);

    /// <summary>Those of such classes that are declared: each once, and none in whose place its author has declared something.</summary>
    public static EquatableArray<RegisteredPlan> Declared(ImmutableArray<RegisteredPlan> files, Compilation compilation) => files
        .Distinct()
        .Where(file => AuthoredNames.Find(compilation, FilePlanNames.MetadataNameOf(file.Type)) is null)
        .ToEquatableArray();
}
