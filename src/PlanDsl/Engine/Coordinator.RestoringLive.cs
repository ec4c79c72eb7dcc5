namespace PlanDsl;

/// <content>Live streams of a run that is resumed. No journal has their elements: where the step that reads one has not ended, the one that
/// produces it runs again, though it had ended.</content>
internal abstract partial class Coordinator
{
    /// <summary>Forgets the ends of steps whose streams have yet to be read again; what they had left for others stays theirs until they have ended
    /// again.</summary>
    /// <returns>The steps, and how they had ended.</returns>
    private List<(int Step, StepSucceededEvent End)> ForgetProducers()
    {
        var forgotten = new List<(int, StepSucceededEvent)>();
        if (_plan.Live is null || HasEndedWithWhole || HadGivenUp)
            return forgotten;

        // A step that reads one stream and produces another makes the one before it run again, too.
        for (var hasForgotten = true; hasForgotten;)
        {
            hasForgotten = false;
            for (var step = 0; step < _before!.Length; step++)
            {
                if (_plan.PolicyOf(step)?.LiveTo is not { } reader || _before[step] is not { End: StepSucceededEvent end } before || HasReadAll(reader))
                    continue;
                (before.End, before.StartedAt, before.Retries, before.Fallback) = (null, null, 0, null);
                forgotten.Add((step, end));
                hasForgotten = true;
            }
        }

        return forgotten;
    }

    // Nobody reads any more then, and what producers have done is to be undone.
    private bool HadGivenUp => _record!.CancelledAs is not null
        || Enumerable.Range(0, _before!.Length).Any(step => _before[step]?.End is StepFailedEvent or StepCancelledEvent { ByName: true } && !IsMember(step) && Aborts(step));

    // One that was cancelled with what goes on now begins again.
    private bool HasReadAll(int reader) => _before![reader]?.End is { } end && (end is not StepCancelledEvent { ByName: false } || _root == this || _record!.CancelledAs is not null);
}
