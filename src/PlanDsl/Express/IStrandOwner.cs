namespace PlanDsl;

/// <summary>A run that has strands execute.</summary>
internal interface IStrandOwner
{
    /// <summary>The context in which bodies are to be called; null if its flow was suppressed where the run was started.</summary>
    ExecutionContext? Context { get; }

    /// <summary>The token of every body; none where no body takes one.</summary>
    CancellationToken BodyToken { get; }

    /// <summary>Goes on with the run on the thread on which a body has returned.</summary>
    void Resume(Strand strand);
}
