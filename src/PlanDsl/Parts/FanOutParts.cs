namespace PlanDsl;

/// <summary>The elements of a fan-out. One is taken out of the source when the one before has been given its slot, so that
/// there are never more of them than execute, wait for another attempt, or stand first in line.</summary>
internal sealed partial class FanOutParts(GovernedStep whole, StepPolicy policy) : StepParts(whole, policy.MaxParallel)
{
    private int _taken;
    private bool _isSourceEmpty;
    private SourceGrace? _grace;

    public override async ValueTask<Exception?> ExecuteAsync()
    {
        var elements = Run.AddParts(Whole, PartNames.OfElements);
        Exception? failure = null;
        FanOut? fanOut = null;
        try
        {
            fanOut = _restored ?? Run.OpenFanOut(Whole.Step);
            while (await NextAsync(fanOut, elements).ConfigureAwait(false) is { } part)
            {
                if (Run.TryWaitOn(part))
                {
                    part.GoOn();
                    continue;
                }

                Run.StandInLine(part);
                while (Run.IsInLine(part))
                    await Move;
                if (Run.StatusOf(part) is StepStatus.Pending)
                    break;
            }
        }
        catch (Exception exception)
        {
            // A source may throw because an element has failed and all of it was told to stop; then that failure is the step's.
            failure = Error is null ? Whole.ExplainSource(exception) : null;
            if (Run.Aborts(Whole.Step))
                Run.CallOff(Whole);
        }

        while (Run.IsUnderway(this))
            await Move;
        _grace?.Release();
        failure = await CloseAsync(fanOut).ConfigureAwait(false) is { } closing && Error is null ? closing : failure;
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

    private async ValueTask<GovernedStep?> NextAsync(FanOut fanOut, StepTable elements)
    {
        if (Run.IsOver(Whole) || _isOver)
            return null;
        if (_begun.TryDequeue(out var begun))
            return begun;
        var next = fanOut.NextAsync(Whole.Token).Preserve();

        // The thread on which the source brings its next element goes on with the run.
        if (!next.IsCompleted)
            await new BodyReturn(Whole, (_grace ??= new(Whole)).AwaitAsync(next.AsTask()));
        var element = await next.ConfigureAwait(false);
        _isSourceEmpty = element is null;
        if (element is null)
            return null;
        return Whole.PartAt(elements, element, _taken++, iteration: 0);
    }

    private async ValueTask<Exception?> CloseAsync(FanOut? fanOut)
    {
        try
        {
            if (fanOut is not null && _grace is not { HasGivenUp: true })
                await new BodyReturn(Whole, CloseAsync(fanOut.CloseAsync()));
            return null;
        }
        catch (Exception exception)
        {
            return Whole.ExplainSource(exception);
        }
    }

    private async ValueTask CloseAsync(ValueTask closing)
    {
        if (closing.IsCompleted)
        {
            await closing.ConfigureAwait(false);
            return;
        }

        var grace = new SourceGrace(Whole);
        try
        {
            await grace.AwaitAsync(closing.AsTask()).ConfigureAwait(false);
        }
        finally
        {
            grace.Release();
        }
    }
}
