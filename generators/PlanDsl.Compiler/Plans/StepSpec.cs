using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>How generated code calls a step and keeps its result.</summary>
public sealed record StepSpec
{
    /// <summary>The method's name, escaped where C# needs it.</summary>
    public required string Method { get; init; }

    /// <summary>The method as a cref with its parameter list, such as <c>FetchOrders(global::System.DateOnly, …)</c>.</summary>
    public required string Cref { get; init; }

    /// <summary>Whether the method is static.</summary>
    public bool IsStatic { get; init; }

    /// <summary>Whether another method has the same name, so that arguments must be converted to what this one takes.</summary>
    public bool IsOverloaded { get; init; }

    /// <summary>Whether it is a parallel group, which has no method.</summary>
    public bool IsGroup => Method.Length == 0;

    /// <summary>What the method returns.</summary>
    public ReturnKind Returns { get; init; }

    /// <summary>Whether what is awaited is a <c>ValueTask</c>.</summary>
    public bool IsValueTask { get; init; }

    /// <summary>For a plan file, the author's method that returns what is to be awaited; the empty string where nothing of an author's is called, or what
    /// is returned is never null.</summary>
    public string Called { get; init; } = "";

    /// <summary>The plan that it runs in place of a body; <see langword="null"/> for none.</summary>
    public SubPlanSpec? SubPlan { get; init; }

    /// <summary>For a step of a plan file that runs another plan, the type of that, fully qualified; else empty.</summary>
    public string PlanType { get; init; } = "";

    /// <summary>The declaration of the part that implements the method; empty for a method with a body of its author's.</summary>
    public string Implementation { get; init; } = "";

    /// <summary>The member of <c>Results</c>: the result_key in PascalCase, escaped; empty for a step without a result.</summary>
    public string Member { get; init; } = "";

    /// <summary>For a member of a group of a plan file, how its result becomes JSON where that is known to the reader of the file alone: C# text with
    /// <c>{0}</c> for the result and <c>context</c> for the attempt; empty where its type tells.</summary>
    public string JsonOfResult { get; init; } = "";

    /// <summary>The accessibility keywords of that member, the least of the plan and its type; empty where nobody outside the
    /// plan can name the type, so that there is no member.</summary>
    public string MemberAccessibility { get; init; } = "public";

    /// <summary>Whether the member may be absent in a run that succeeds, and is nullable for it.</summary>
    public bool IsOptionalInResults { get; init; }

    /// <summary>For a fan-out, the type of the elements, with its nullable annotation; empty for another step.</summary>
    public string ElementType { get; init; } = "";

    /// <summary>For a fan-out of a plan file, the static method that makes the collection of what the step's element is bound to, a result or
    /// an input, or of nothing, where it is a constant; empty where that is the collection itself.</summary>
    public string ElementSource { get; init; } = "";

    /// <summary>Whether the step of a plan file asks an agent, so that a run does not start without anybody who runs them.</summary>
    public bool AsksAgents { get; init; }

    /// <summary>For a group, what becomes of the results of its members.</summary>
    public GroupMerge Merge { get; init; }

    /// <summary>The methods that its options name, in the order of their roles.</summary>
    public EquatableArray<MethodSpec> Methods { get; init; }

    /// <summary>The method that the step calls for this purpose, which has to be one that it calls.</summary>
    public MethodSpec MethodFor(MethodRole role) => Methods.First(method => method.Role == role);
}
