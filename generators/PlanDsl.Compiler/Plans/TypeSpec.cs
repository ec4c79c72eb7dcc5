using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>A declared type as an emitter re-opens it: <c>namespace N { partial class Outer&lt;T&gt; { partial record P { … } } }</c>.</summary>
public sealed record TypeSpec
{
    /// <summary>The namespace; the empty string for the global one.</summary>
    public required string Namespace { get; init; }

    /// <summary>The declarations to re-open, outermost first; the last is the type itself. Each is keyword, escaped name and
    /// type parameters, such as <c>class Outer&lt;T&gt;</c> or <c>record struct P</c>.</summary>
    public required EquatableArray<string> Declarations { get; init; }

    /// <summary>The simple name, not escaped.</summary>
    public required string Name { get; init; }

    /// <summary>How the type calls itself: its name, escaped, with its type parameters, such as <c>Pair&lt;T&gt;</c>.</summary>
    public required string SelfName { get; init; }

    /// <summary>How the type is spelled in a cref, such as <c>global::Shop.Outer{T}.P</c>.</summary>
    public required string Cref { get; init; }

    /// <summary>The hint name of the generated file, without extension; unique in the compilation whatever the casing.</summary>
    public required string HintName { get; init; }

    /// <summary>Whether another file can re-open the type: it is a class or struct, not local to its file, and the types
    /// around it are partial. (A type that lacks the modifier itself is re-opened; the compiler then asks for it.)</summary>
    public bool CanReopen { get; init; } = true;

    /// <summary>Whether it is a struct, whose instance methods no lambda may refer to.</summary>
    public bool IsValueType { get; init; }

    /// <summary>Whether it is static, so that its members have to be.</summary>
    public bool IsStatic { get; init; }
}
