namespace PlanDsl;

/// <summary>The elements of a fan-out. One is taken out of the source when the one before has been given its slot, so that
/// there are never more of them than execute, wait for another attempt, or stand first in line.</summary>
internal sealed class FanOutParts(GovernedStep whole, StepPolicy policy) : StepParts(whole, policy.MaxParallel)
{
    private bool _isSourceEmpty;

    public override async ValueTask<Exception?> ExecuteAsync()
    {
        var elements = Run.AddParts(Whole, PartNames.OfElements);
        Exception? failure = null;
        FanOut? fanOut = null;
        try
        {
            fanOut = Run.OpenFanOut(Whole.Step);
            for (var index = 0; await NextAsync(fanOut).ConfigureAwait(false) is { } element; index++)
            {
                Run.CountSteps(1);
                var part = Whole.PartAt(elements, element, index, iteration: 0);
                Run.StandInLine(part);
                while (Run.IsInLine(part))
                    await Move;
                if (Run.StatusOf(part) is StepStatus.Pending)
                    break;
            }
        }
        catch (Exception exception)
        {
            failure = exception;
            if (Run.Aborts(Whole.Step))
                Run.CallOff(Whole);
        }

        while (Run.IsUnderway(this))
            await Move;
        failure = await CloseAsync(fanOut).ConfigureAwait(false) ?? failure;
        if (failure is null && Error is null && _isSourceEmpty && Run.HaveAllReturned(elements))
        {
            fanOut!.Publish();
            return null;
        }

        return failure ?? Failure ?? CalledOff();
    }

    public override bool OnEnded(GovernedStep part, StepError? error)
    {
        if (error is null)
            return false;
        part.Element!.Discard();
        if (Run.Tolerates(Whole.Step))
            return false;
        Error ??= error;
        return Run.Aborts(Whole.Step);
    }

    private async ValueTask<FanOutElement?> NextAsync(FanOut fanOut)
    {
        if (Run.IsOver(Whole))
            return null;
        var next = fanOut.NextAsync(Whole.Token).Preserve();

        // The thread on which the source brings its next element goes on with the run.
        if (!next.IsCompleted)
            await new BodyReturn(Whole, new(next.AsTask()));
        var element = await next.ConfigureAwait(false);
        _isSourceEmpty = element is null;
        return element;
    }

    private async ValueTask<Exception?> CloseAsync(FanOut? fanOut)
    {
        try
        {
            if (fanOut is not null)
                await new BodyReturn(Whole, fanOut.CloseAsync());
            return null;
        }
        catch (Exception exception)
        {
            return exception;
        }
    }
}
