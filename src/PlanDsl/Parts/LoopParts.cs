namespace PlanDsl;

/// <summary>The iterations of a loop, one after the other.</summary>
internal sealed class LoopParts(GovernedStep whole, LoopPolicy loop) : StepParts(whole, bound: null)
{
    public override async ValueTask<Exception?> ExecuteAsync()
    {
        var iterations = Run.AddParts(Whole, PartNames.OfIterations);
        for (var iteration = 1; ; iteration++)
        {
            Run.CountSteps(1);
            var part = Whole.PartAt(iterations, Whole.Element, Whole.ElementIndex, iteration);
            if (Run.TryStart(part))
                part.GoOn();
            while (Run.IsUnderway(this))
                await Move;

            switch (Run.StatusOf(part))
            {
                case StepStatus.Succeeded:
                    break;
                case StepStatus.Failed:
                case StepStatus.Cancelled when Run.WasCancelledByName(part):
                    Error = Run.ErrorOf(part);
                    return Failure;
                default:
                    return CalledOff();
            }

            if (IsEnough(part, out var failure))
                return failure;
            if (iteration == loop.MaxIterations)
                return loop.UseLast ? null : Exhausted();
        }
    }

    public override bool OnEnded(GovernedStep part, StepError? error) => false;

    private bool IsEnough(GovernedStep part, out Exception? failure)
    {
        failure = null;
        try
        {
            return Run.Decide(loop.Until, part.LastContext!);
        }
        catch (Exception exception)
        {
            failure = exception;
            Error = StepError.OfQuestion("predicate", exception, Whole.Path);
            return true;
        }
    }

    private InvalidOperationException Exhausted()
    {
        var exception = new InvalidOperationException($"Step '{Whole.Path}' has used up its {loop.MaxIterations} iterations.");
        Error = StepError.Of(exception, Whole.Path) with { Kind = FailureKind.Exhausted };
        return exception;
    }
}
