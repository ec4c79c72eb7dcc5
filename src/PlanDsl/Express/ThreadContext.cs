using System.Runtime.CompilerServices;

namespace PlanDsl;

/// <summary>Tells whether a body has left another execution context behind than it was called in.</summary>
/// <remarks>What the runtime offers for that, <see cref="ExecutionContext.Capture"/>, looks up the thread first, which costs more
/// than everything else that stands between two bodies. The field that it returns is read here directly; a runtime that does not
/// have it, or keeps something else in it, is found out once, and asked in the proper way from then on.</remarks>
internal static class ThreadContext
{
    // What a thread has whose field is empty: most of them do, unless something flows with the run.
    private static ExecutionContext? s_default;

    /// <summary>Whether the field is what it is taken for.</summary>
    public static bool IsReadable { get; } = Probe();

    /// <summary>The execution context of a thread, which must be the current one; <see langword="null"/> if its flow is suppressed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ExecutionContext? Of(Thread current) =>
        IsReadable && FieldOf(current) is null && s_default is { } context ? context : Capture(current);

    /// <summary>Makes the context the current one, where it is not.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void BringBack(Thread current, ExecutionContext context)
    {
        if (!ReferenceEquals(Of(current), context))
            ExecutionContext.Restore(context);
    }

    /// <summary>Stands for the execution context of a thread, which must be the current one: the same as long as the context is, and
    /// good for nothing but to be compared.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static object? MarkOf(Thread current) => IsReadable ? FieldOf(current) : ExecutionContext.Capture();

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_executionContext")]
    private static extern ref ExecutionContext? FieldOf(Thread thread);

    private static ExecutionContext? Capture(Thread current)
    {
        var context = ExecutionContext.Capture();
        if (IsReadable && FieldOf(current) is null)
            s_default = context;
        return context;
    }

    private static bool Probe()
    {
        try
        {
            return ExecutionContext.Capture() is { } before && FollowsFrom(before, Thread.CurrentThread);
        }
        catch (MissingFieldException)
        {
            return false;
        }
    }

    // In a callback, since what is changed there is undone when it returns.
    private static bool FollowsFrom(ExecutionContext before, Thread thread)
    {
        var follows = false;
        ExecutionContext.Run(before, _ =>
        {
            var first = FieldOf(thread);
            new AsyncLocal<bool>().Value = true;
            follows = FieldOf(thread) is { } second && !ReferenceEquals(first, second) && ReferenceEquals(second, ExecutionContext.Capture());
        }, null);
        return follows;
    }
}
