namespace PlanDsl;

/// <summary>The iterations of a loop, one after the other.</summary>
internal sealed class LoopParts(GovernedStep whole, LoopPolicy loop) : StepParts(whole, bound: null)
{
    // Iterations that had begun before the run was resumed.
    private List<GovernedStep>? _restored;

    public override async ValueTask<Exception?> ExecuteAsync()
    {
        var iterations = Run.AddParts(Whole, PartNames.OfIterations);
        for (var iteration = 1; ; iteration++)
        {
            var part = _restored is { } restored && iteration <= restored.Count ? restored[iteration - 1] : PartAt(iterations, iteration);
            if (Run.StatusOf(part) is StepStatus.Pending && (Run.TryWaitOn(part) || Run.TryStart(part)))
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

            if (_restored?.Count > iteration)
                continue; // So it was decided before the run was resumed.
            if (IsEnough(part, out var failure))
                return failure;
            if (iteration == loop.MaxIterations)
                return loop.UseLast ? null : Exhausted();
        }
    }

    public override bool OnEnded(GovernedStep part, StepError? error) => false;

    // Iterations of an earlier attempt of what the loop is part of are none of this one.
    public override void Restore()
    {
        var iterations = Run.AddParts(Whole, PartNames.OfIterations);
        _restored = [];
        while (Run.BeforeOf($"{Whole.Path}#{_restored.Count + 1}") is { HasStarted: true } before)
        {
            _restored.Add(PartAt(iterations, _restored.Count + 1));
            Run.TryRestore(_restored[^1], before);
        }
    }

    private GovernedStep PartAt(StepTable iterations, int iteration) => Whole.PartAt(iterations, Whole.Element, Whole.ElementIndex, iteration);

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
            Error = StepError.OfPredicate(exception, Whole.Path);
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
