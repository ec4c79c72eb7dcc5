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

    /// <summary>An <c>IAsyncEnumerable&lt;T&gt;</c> or <c>IObservable&lt;T&gt;</c>, whose elements are collected.</summary>
    Stream,

    /// <summary>The same, of which only the last element is kept.</summary>
    LastOfStream,

    /// <summary>The same, which another step reads live and of which nothing is kept.</summary>
    LiveStream,
}
