using Microsoft.CodeAnalysis.CSharp;

namespace PlanDsl.CodeFixes;

internal static class Identifiers
{
    /// <summary><paramref name="name"/> as it is written where C# would read a keyword.</summary>
    public static string Escape(string name) => SyntaxFacts.GetKeywordKind(name) is SyntaxKind.None ? name : "@" + name;
}
