namespace PlanDsl;

/// <content>Elements that had begun before the run was resumed. They are taken out of the source anew, in the same order.</content>
internal sealed partial class FanOutParts
{
    // Those that are to begin again, ahead of all others; none where nothing is to begin any more.
    private readonly Queue<GovernedStep> _begun = new();
    private FanOut? _restored;
    private bool _isOver;

    public override void Restore()
    {
        var elements = Run.AddParts(Whole, PartNames.OfElements);
        _restored = Run.OpenFanOut(Whole.Step);
        for (; Run.BeforeOf($"{Whole.Path}[{_taken}]") is { HasStarted: true } before; _taken++)
        {
            var element = Coordinator.Complete(_restored.NextAsync(CancellationToken.None))
                ?? throw new JournalException($"'{before.Path}' of run '{Whole.RunId}' is recorded, and what step '{Whole.Path}' goes through has no such element any more. Resume the run with the inputs and the plan that it had.");
            var part = Whole.PartAt(elements, element, _taken, iteration: 0);
            if (!Run.TryRestore(part, before))
                _begun.Enqueue(part);
            else if (Run.StatusOf(part) is not StepStatus.Succeeded)
                element.Discard();
        }

        RestoreFailure();
    }

    /// <summary>Makes what its elements have left the result of a fan-out that had succeeded.</summary>
    public void PublishRestored()
    {
        _restored!.Publish();
        Coordinator.Complete(_restored.CloseAsync());
    }

    // The first failure is that which was recorded first.
    private void RestoreFailure()
    {
        var failed = Whole.Before!.Parts.Where(static part => part.End is StepFailedEvent or StepCancelledEvent { ByName: true }).MinBy(static part => part.End!.Sequence);
        if (failed is null || Run.Tolerates(Whole.Step))
            return;
        Error = failed.End is StepFailedEvent { Error: var error } ? error : Coordinator.ErrorOfCancelling(failed.Path);
        _isOver = Run.Aborts(Whole.Step);
        while (_isOver && _begun.TryDequeue(out var part))
            Run.CancelRestored(part);
    }
}
