using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace PlanDsl.Compiler;

/// <summary>A class whose plan is a file: what the attribute says, and the methods that the file may call.</summary>
public static class FileClass
{
    /// <summary>The file that <paramref name="type"/> names; <see langword="null"/> where it is no plan, or one whose steps are its methods.</summary>
    public static PlanFileReference? ReferenceOf(INamedTypeSymbol type, PlanSymbols symbols)
    {
        if (Attributes.Find(type, symbols.Plan) is not { } attribute
            || attribute.ConstructorArguments.FirstOrDefault() is not { Kind: TypedConstantKind.Primitive, Value: string file })
            return null;
        var path = attribute.ApplicationSyntaxReference?.SyntaxTree.FilePath ?? "";
        return new(TypeSpecReader.MetadataName(type), file, PathText.DirectoryOf(path));
    }

    /// <summary>The methods that the class itself declares, in the order of their declaration. Whoever names one by its index means this order.</summary>
    public static ImmutableArray<IMethodSymbol> MethodsOf(INamedTypeSymbol type, PlanSymbols symbols)
    {
        var methods = ImmutableArray.CreateBuilder<IMethodSymbol>();
        foreach (var member in type.GetMembers())
        {
            if (member is IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation, IsImplicitlyDeclared: false } method && !PartialMethods.IsGenerated(method, symbols))
                methods.Add(method);
        }

        return methods.ToImmutable();
    }
}
