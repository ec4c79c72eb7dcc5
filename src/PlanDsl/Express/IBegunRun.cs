namespace PlanDsl;

/// <summary>A run that was begun without a coordinator, as whoever takes over sees it: it stands still, but for bodies that are executing.</summary>
internal interface IBegunRun
{
    /// <summary>The context of whoever has started the run; null if its flow was suppressed.</summary>
    ExecutionContext? Context { get; }

    /// <summary>What time it is to the run.</summary>
    TimeProvider Time { get; }

    /// <summary>The token of every body, and the right to cancel it; null where no body takes one.</summary>
    BodyCancellation? Bodies { get; }

    /// <summary>The steps that have succeeded.</summary>
    IEnumerable<int> Ended { get; }

    /// <summary>The steps that execute, or are about to, and the bounds on those that have one.</summary>
    IEnumerable<(int Step, AttemptTimeout? Timeout)> Executing { get; }

    /// <summary>Among others, the steps that are ready, in the order in which they are to start.</summary>
    IEnumerable<int> Line { get; }
}
