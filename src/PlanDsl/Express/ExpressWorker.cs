namespace PlanDsl;

/// <summary>A thread that works for an express run.</summary>
internal enum ExpressWorker
{
    /// <summary>Has started the run, and owns its gate as long as it works alone.</summary>
    Owner,

    /// <summary>Has come from the pool, or has brought a body to its end.</summary>
    Helper,

    /// <summary>Is inside a body of some run, on top of which no other body may run.</summary>
    Nested,
}
