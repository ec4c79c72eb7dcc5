using Microsoft.CodeAnalysis;
using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>Finds the place in C# that an anchor of <see cref="FilePlan.ClassFindings"/> names. A step's index there is the number of a method in
/// <see cref="FileClass.MethodsOf"/>.</summary>
/// <param name="type">The class.</param>
/// <param name="symbols">The known types of its compilation.</param>
public sealed class FileClassPositions(INamedTypeSymbol type, PlanSymbols symbols)
{
    /// <summary>The place; where that part is not written out, the name of what it belongs to.</summary>
    public Location Of(Anchor anchor)
    {
        if (anchor.Kind is not (AnchorKind.Step or AnchorKind.Parameter))
            return new CSharpPositions(type, symbols).Of(anchor);
        var method = FileClass.MethodsOf(type, symbols)[anchor.Index];
        return anchor.Kind is AnchorKind.Parameter ? method.Parameters[anchor.Parameter].Locations[0] : method.Locations[0];
    }
}
