namespace PlanDsl.Model;

/// <summary>What the engine has to know of a step, in one byte of a plan's table.</summary>
[Flags]
public enum StepTraits : byte
{
    /// <summary>Synchronous, not critical, and a failure aborts; no step is exactly this.</summary>
    None = 0,

    /// <summary>The body returns a task.</summary>
    Async = 1,

    /// <summary>A failure fails the run.</summary>
    Critical = 2,

    /// <summary>A failure skips the dependents: <see cref="FailurePolicy.SkipDependents"/>.</summary>
    SkipDependents = 4,

    /// <summary>A failure lets the dependents run: <see cref="FailurePolicy.Continue"/>.</summary>
    Continue = 8,

    /// <summary>The body is given the cancellation token of its attempt.</summary>
    Cancellable = 16,

    /// <summary>The step has a timeout, retries or a pipeline, or its body takes a context: the engine goes the long way
    /// round for it, unless it is <see cref="Bounded"/> and nothing goes wrong.</summary>
    Governed = 32,

    /// <summary>What makes the step governed is a timeout or retries, and nothing else, so that its first attempt may be made as
    /// that of a step which is not.</summary>
    Bounded = 64,
}
