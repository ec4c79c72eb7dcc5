using System.Collections.Concurrent;
using System.ComponentModel;

namespace PlanDsl;

/// <summary>What the iteration before has returned, for those who judge a loop after each: <c>previous</c> in the <c>repeat_until</c> of a compiled plan
/// file. For generated code. Thread-safe.</summary>
/// <remarks>Elements of a fan-out loop at the same time, each with an entry of its own, and the iterations of one come one after the other; so
/// nobody else writes between the reading and the writing of an entry.</remarks>
/// <typeparam name="T">The type of what an iteration returns, of which null has to be a value.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class LoopMemory<T>
{
    // The key of a loop that is no part of a fan-out.
    private const int Alone = -1;

    private readonly ConcurrentDictionary<int, Memory> _memories = new();

    /// <summary>Remembers what an iteration has returned. Called after each; again for the last one that is recorded of a run that is resumed.</summary>
    /// <param name="context">The attempt.</param>
    /// <param name="returned">What it has returned.</param>
    /// <returns>What the iteration before has returned; the default after the first.</returns>
    public T? Exchange(StepContext context, T returned)
    {
        ArgumentNullException.ThrowIfNull(context);
        var loop = context.ElementIndex ?? Alone;
        var last = context.Iteration > 1 ? _memories.GetValueOrDefault(loop) : default;
        var before = last.Iteration == context.Iteration ? last.Before : last.Last;
        _memories[loop] = new(context.Iteration, returned, before);
        return before;
    }

    private readonly record struct Memory(int Iteration, T Last, T? Before);
}
