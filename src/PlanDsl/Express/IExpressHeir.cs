namespace PlanDsl;

/// <summary>Who goes on with an express run.</summary>
internal interface IExpressHeir
{
    /// <summary>Applies the end of a step that was executing when the run was handed over, and has this thread go on with the
    /// run unless it is inside a body.</summary>
    void Complete(int step, Exception? failure, bool isNested);

    /// <summary>Takes back a step that was about to execute then, and has not; otherwise as above.</summary>
    void Decline(int step, bool isNested);

    /// <summary>Heeds the caller's token from now on, and has others work for the run where that is needed.</summary>
    void TakeOver(CancellationToken cancellationToken);

    /// <summary>Has others work for the run if there is something to do for them, though nobody may come to tell of a step.</summary>
    void CallWorker();

    /// <summary>Ends the run: the engine is at fault, or what it was given to run.</summary>
    void GiveUp(Exception fault);
}
