namespace PlanDsl.Compiler;

/// <summary>What a step's method returns.</summary>
public enum ReturnKind
{
    /// <summary>Nothing, synchronously.</summary>
    Void,

    /// <summary>A value, synchronously.</summary>
    Value,

    /// <summary>A <c>Task</c> or <c>ValueTask</c> without a value.</summary>
    Awaitable,

    /// <summary>A <c>Task&lt;T&gt;</c> or <c>ValueTask&lt;T&gt;</c>.</summary>
    AwaitableValue,
}
