using System.Text;

namespace PlanDsl.Model.Tests;

/// <summary>Shows where faults are: <c>a ⟦=⟧ b</c>, and <c>⟦⟧</c> where something is missing.</summary>
internal static class Marked
{
    public static string Text(string text, IEnumerable<ExpressionFault> faults)
    {
        var marked = new StringBuilder(text);
        foreach (var fault in faults.OrderByDescending(static fault => fault.Start))
            marked.Insert(fault.Start + fault.Length, "⟧").Insert(fault.Start, "⟦");
        return marked.ToString();
    }

    public static string Unmarked(string marked) => marked.Replace("⟦", "", StringComparison.Ordinal).Replace("⟧", "", StringComparison.Ordinal);
}
