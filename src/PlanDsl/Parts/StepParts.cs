using System.Runtime.CompilerServices;

namespace PlanDsl;

/// <summary>What a step consists of that executes nothing itself: the elements of a fan-out, the iterations of a loop, the
/// members of a group. The step ends when its parts say so; they are what executes, and for those of them that want a slot
/// the step stands in line, once, so that many parts of one step keep no other step waiting for long.</summary>
/// <param name="whole">The step, or the element of a fan-out whose body is a loop.</param>
/// <param name="bound">How many parts may execute at once; <see langword="null"/> for no bound.</param>
internal abstract partial class StepParts(GovernedStep whole, int? bound) : ICriticalNotifyCompletion
{
    private readonly Queue<GovernedStep> _line = new();
    private Exception? _failure;
    private Action? _continuation;
    private bool _hasMoved;

    public GovernedStep Whole => whole;

    /// <summary>What went wrong, where a part or the whole of them is at fault.</summary>
    public StepError? Error { get; protected set; }

    /// <summary>The exception that stands for it.</summary>
    public Exception? Failure => Error is null ? null : _failure ??= Error.Exception ?? new InvalidOperationException(Error.Message);

    /// <summary>How many parts want to execute, or do, or will again. The coordinator's, under its lock.</summary>
    public int Live { get; set; }

    /// <summary>Whether no part is to start any more. The coordinator's, under its lock.</summary>
    public bool IsClosed { get; set; }

    /// <summary>How many parts hold a slot. The coordinator's, under its lock.</summary>
    public int Executing { get; set; }

    /// <summary>Whether the whole stands in line for its parts. The coordinator's, under its lock.</summary>
    public bool IsQueued { get; set; }

    /// <summary>Whether a part is in line that could be given a slot. The coordinator's, under its lock.</summary>
    public bool WantsSlot => _line.Count > 0 && (bound is null || Executing < bound);

    /// <summary>Whether members stand in line here, and not for themselves.</summary>
    public bool IsBounded => bound is not null;

    /// <summary>The coordinator's, under its lock.</summary>
    public Queue<GovernedStep> Line => _line;

    protected Coordinator Run => whole.Run;

    /// <summary>To be awaited by <see cref="ExecuteAsync"/>, and by nothing else: until a part has moved that it waits for.</summary>
    protected StepParts Move => this;

    public bool IsCompleted => Run.TryHeed(this);

    /// <summary>Makes the parts of a step; <see langword="null"/> for one that has none.</summary>
    public static StepParts? Of(GovernedStep step, StepPolicy? policy) => policy switch
    {
        { Group: { } group } => new GroupParts(step, group, policy.MaxParallel),
        { IsFanOut: true } => new FanOutParts(step, policy),
        { Loop: { } loop } => new LoopParts(step, loop),
        _ => null,
    };

    /// <summary>Sees the parts through to their end; what the whole failed with, or <see langword="null"/>.</summary>
    public abstract ValueTask<Exception?> ExecuteAsync();

    /// <summary>Enters the parts that had begun before the run was resumed, in order. Before the whole goes on, if it does.</summary>
    public virtual void Restore()
    {
    }

    /// <summary>A part has ended; whether the others are to be called off. Under the coordinator's lock.</summary>
    public abstract bool OnEnded(GovernedStep part, StepError? error);

    public StepParts GetAwaiter() => this;

    public void GetResult()
    {
    }

    public void OnCompleted(Action continuation) => UnsafeOnCompleted(continuation);

    public void UnsafeOnCompleted(Action continuation)
    {
        if (!Run.TryRest(this, continuation))
            continuation();
    }

    /// <summary>Takes note that something has moved; what is to go on because of it, outside the lock. Under the coordinator's lock.</summary>
    public Action? Wake()
    {
        var continuation = _continuation;
        _continuation = null;
        _hasMoved = continuation is null;
        return continuation;
    }

    /// <summary>Whether something has moved since this was asked last. Under the coordinator's lock.</summary>
    public bool TryHeed()
    {
        var hasMoved = _hasMoved;
        _hasMoved = false;
        return hasMoved;
    }

    /// <summary>Leaves what is to go on when something moves; <see langword="false"/> if it has already. Under the coordinator's lock.</summary>
    public bool TryRest(Action continuation)
    {
        if (TryHeed())
            return false;
        _continuation = continuation;
        return true;
    }

    /// <summary>What the whole ends with when it was called off; <see langword="null"/> until then.</summary>
    public OperationCanceledException? Cancellation { get; private set; }

    protected OperationCanceledException CalledOff() => Cancellation = new($"Step '{whole.Path}' was called off.", whole.Token);
}
