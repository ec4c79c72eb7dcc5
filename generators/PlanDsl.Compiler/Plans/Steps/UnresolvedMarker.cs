using System.Globalization;
using Microsoft.CodeAnalysis;

namespace PlanDsl.Compiler;

/// <summary>How the generator tells the analyzers which steps it could not understand. A type that another generator makes does
/// not exist while generators run, but does when analyzers look, and then nothing would seem to be wrong with the plan. So the
/// generator leaves a private constant on it; where C# does not know the type either, C# has said so already.</summary>
public static class UnresolvedMarker
{
    /// <summary>The name of the constant.</summary>
    public const string Name = "__UnresolvedSteps";

    /// <summary>The value that stands for these steps.</summary>
    public static string Write(IEnumerable<int> steps) =>
        string.Join(",", steps.Select(static step => step.ToString(CultureInfo.InvariantCulture)));

    internal static HashSet<int> Read(INamedTypeSymbol type) =>
        type.GetMembers(Name).OfType<IFieldSymbol>().FirstOrDefault() is { HasConstantValue: true, ConstantValue: string steps }
            ? [.. steps.Split(',').Select(static step => int.Parse(step, CultureInfo.InvariantCulture))]
            : [];
}
