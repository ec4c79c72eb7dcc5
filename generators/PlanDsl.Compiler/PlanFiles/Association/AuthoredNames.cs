using Microsoft.CodeAnalysis;

namespace PlanDsl.Compiler;

/// <summary>Knows what the author of a project has declared where the class of a plan file would have to stand.</summary>
public static class AuthoredNames
{
    /// <summary>What stands where the class would have to: a type or a namespace of its name, or a type of the name of a namespace around it; the full
    /// name, <see langword="null"/> where there is nothing but what was generated for the plan file itself.</summary>
    /// <param name="compilation">The compilation, with or without what is generated for the file.</param>
    /// <param name="name">The full name, as metadata has it.</param>
    /// <param name="hintName">The hint name of what is generated for the file; <see langword="null"/> where nothing generated is in the compilation yet.</param>
    public static string? Find(Compilation compilation, string name, string? hintName = null)
    {
        var around = compilation.Assembly.GlobalNamespace;
        var parts = name.Split('.');
        for (var part = 0; part < parts.Length - 1; part++)
        {
            var members = around.GetMembers(parts[part]);
            if (members.Any(static member => member is INamedTypeSymbol { Arity: 0 }))
                return string.Join(".", parts.Take(part + 1));
            if (members.OfType<INamespaceSymbol>().FirstOrDefault() is not { } inner)
                return null;
            around = inner;
        }

        return around.GetMembers(parts[parts.Length - 1]).Any(member => member is INamespaceSymbol || (member is INamedTypeSymbol { Arity: 0 } && IsAuthored(member, hintName)))
            ? name
            : null;
    }

    private static bool IsAuthored(ISymbol type, string? hintName) =>
        hintName is null || type.DeclaringSyntaxReferences.Any(part => PathText.NameOf(part.SyntaxTree.FilePath) != hintName + ".g.cs");
}
