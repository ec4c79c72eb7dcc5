using Microsoft.CodeAnalysis.CSharp;

namespace PlanDsl.Generators;

/// <summary>Spells values in C#.</summary>
internal static class CSharpText
{
    /// <summary>A string literal.</summary>
    public static string Quote(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
