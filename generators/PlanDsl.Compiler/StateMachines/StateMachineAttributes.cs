using Microsoft.CodeAnalysis;

namespace PlanDsl.Compiler;

/// <summary>The attributes that declare a state machine. They are known by name, because the runtime's own lifecycles are
/// declared in the very compilation that declares the attributes.</summary>
public static class StateMachineAttributes
{
    /// <summary>The metadata name of <c>[StateMachine]</c>.</summary>
    public const string StateMachine = "PlanDsl.StateMachineAttribute";

    /// <summary>The <c>[StateMachine]</c> of <paramref name="type"/>; <see langword="null"/> where it has none.</summary>
    public static AttributeData? StateMachineOf(INamedTypeSymbol type) =>
        type.GetAttributes().FirstOrDefault(static attribute => Is(attribute, "StateMachineAttribute"));

    /// <summary>The <c>[Transition]</c>s of <paramref name="type"/>, by the index of the model's transitions.</summary>
    public static IEnumerable<AttributeData> TransitionsOf(INamedTypeSymbol type) =>
        type.GetAttributes().Where(static attribute => Is(attribute, "TransitionAttribute"));

    private static bool Is(AttributeData attribute, string name) =>
        attribute.AttributeClass is { ContainingType: null, ContainingNamespace: { Name: "PlanDsl", ContainingNamespace.IsGlobalNamespace: true } } type
        && type.Name == name;
}
