using Microsoft.CodeAnalysis;
using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>What one <c>[Transition]</c> says.</summary>
/// <param name="From">The state that it leaves.</param>
/// <param name="Trigger">What fires it.</param>
/// <param name="To">The state that it enters.</param>
internal sealed record DeclaredTransition(DeclaredConstant From, DeclaredConstant Trigger, DeclaredConstant To)
{
    /// <summary>What <paramref name="attribute"/> says; <see langword="null"/> where it lacks an argument and does not compile.</summary>
    public static DeclaredTransition? Read(AttributeData attribute, int index)
    {
        var arguments = attribute.ConstructorArguments;
        if (arguments.Length != 3)
            return null;

        var anchor = Anchor.Transition(index);
        return new(
            new(anchor.At(PropertyNames.Source), arguments[0]),
            new(anchor.At(PropertyNames.Trigger), arguments[1]),
            new(anchor.At(PropertyNames.Target), arguments[2]));
    }
}
