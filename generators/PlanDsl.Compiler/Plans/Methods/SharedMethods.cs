using Microsoft.CodeAnalysis;
using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>Several steps may name one method. What is wrong with its parameters is then said once.</summary>
internal static class SharedMethods
{
    /// <summary><paramref name="findings"/> without those that say of a method what has been said of it for an earlier step.</summary>
    public static IEnumerable<Finding> SaidOnce(IEnumerable<Finding> findings, IReadOnlyList<ReadStep> steps)
    {
        var said = new HashSet<(string, ISymbol, int, string?)>();
        foreach (var finding in findings)
        {
            var anchor = finding.Anchor;
            if (anchor is not { Kind: AnchorKind.Parameter, Role: not MethodRole.Body }
                || steps[anchor.Index].Methods.First(method => method.Role == anchor.Role).Symbol is not { } symbol
                || said.Add((finding.Id, symbol.OriginalDefinition, anchor.Parameter, anchor.Property)))
                yield return finding;
        }
    }
}
