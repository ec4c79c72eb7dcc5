namespace PlanDsl;

/// <summary>What a thread that works for a run may take on.</summary>
internal enum WorkerKind
{
    /// <summary>Any step: a thread of the pool, one that completed a body, or the caller of <c>RunAsync</c>.</summary>
    Free,

    /// <summary>Asynchronous bodies only, and neither conditions nor compensations: the caller of <c>Start</c>, which is to
    /// return promptly.</summary>
    Starter,

    /// <summary>None: the thread is inside the body of another step, so that taking one on would be recursion.</summary>
    Nested,

    /// <summary>None yet: the thread comes back for what may start, once it has gone on with what has moved.</summary>
    Returning,
}
