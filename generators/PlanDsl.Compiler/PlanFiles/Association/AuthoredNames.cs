using Microsoft.CodeAnalysis;

namespace PlanDsl.Compiler;

/// <summary>Knows what the author of a project has declared where the class of a plan file would have to stand.</summary>
public static class AuthoredNames
{
    /// <summary>Whether there is a type or a namespace of this name that was not generated for the plan file itself.</summary>
    /// <param name="compilation">The compilation, with or without what is generated for the file.</param>
    /// <param name="name">The full name, as metadata has it.</param>
    /// <param name="hintName">The hint name of what is generated for the file; <see langword="null"/> where nothing generated is in the compilation yet.</param>
    public static bool Contain(Compilation compilation, string name, string? hintName = null)
    {
        var around = compilation.Assembly.GlobalNamespace;
        var parts = name.Split('.');
        for (var part = 0; part < parts.Length - 1; part++)
        {
            if (around.GetMembers(parts[part]).OfType<INamespaceSymbol>().FirstOrDefault() is not { } inner)
                return false;
            around = inner;
        }

        return around.GetMembers(parts[parts.Length - 1]).Any(member => member is INamespaceSymbol || (member is INamedTypeSymbol { Arity: 0 } && IsAuthored(member, hintName)));
    }

    private static bool IsAuthored(ISymbol type, string? hintName) =>
        hintName is null || type.DeclaringSyntaxReferences.Any(part => PathText.NameOf(part.SyntaxTree.FilePath) != hintName + ".g.cs");
}
