using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>How generated code calls a method that an option of a step names.</summary>
public sealed record MethodSpec
{
    /// <summary>What the step calls it for.</summary>
    public required MethodRole Role { get; init; }

    /// <summary>The method's name, escaped where C# needs it.</summary>
    public required string Method { get; init; }

    /// <summary>Whether the method is static.</summary>
    public bool IsStatic { get; init; }

    /// <summary>Whether another method has the same name, so that arguments must be converted to what this one takes.</summary>
    public bool IsOverloaded { get; init; }

    /// <summary>What the method returns.</summary>
    public ReturnKind Returns { get; init; }

    /// <summary>Whether what is awaited is a <c>ValueTask</c>.</summary>
    public bool IsValueTask { get; init; }

    /// <summary>For a plan file, the author's method that returns what is to be awaited; the empty string where nothing of an author's is called, or what
    /// is returned is never null.</summary>
    public string Called { get; init; } = "";

    /// <summary>For a plan file, the type of the plan that it runs, fully qualified; else empty.</summary>
    public string PlanType { get; init; } = "";

    /// <summary>The type of what it returns or its task brings, as the model spells types; the empty string for nothing.</summary>
    public string ResultType { get; init; } = "";
}
