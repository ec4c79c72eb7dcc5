using System.Text.Json;

namespace PlanDsl;

/// <content>What steps have left that ended before the run was resumed: results, and what they consisted of.</content>
internal abstract partial class Coordinator
{
    // Steps that had been cancelled by name, and had not ended by that when the run was left.
    private HashSet<int>? _toCancel;

    /// <summary>Calls what the program does for a step, with nothing around it: what puts the results of parts together.</summary>
    private protected abstract ValueTask InvokeBare(int step, StepContext context);

    /// <summary>Enters a part in its table as it is recorded to have ended; <see langword="false"/> for one that has not, and is to start again.</summary>
    public bool TryRestore(GovernedStep part, StepRecord before)
    {
        part.Before = before;
        lock (_gate)
            Enter(part);
        if (before.End is StepCancelledEvent { ByName: false } cancelled && !HasEndedWith(part, cancelled))
            before.End = null;
        if (before.End is not { } end)
        {
            NoteInterrupted(part);
            part.Parts?.Restore();
            return false;
        }

        if (before.HasStarted)
            part.RestoreAttempt();
        LoadResult(part, end);
        lock (_gate)
            RestoreEnd(part, end);
        return true;
    }

    /// <summary>Ends a part that had begun before the run was resumed, because its whole has failed.</summary>
    public void CancelRestored(GovernedStep part)
    {
        var now = Now();
        lock (_gate)
            FireIn(part.Steps, part.Entry, StepTrigger.Cancel, now);
        _watch?.Tell();
    }

    /// <summary>Whether a part was cancelled with what it is part of, and not only because that was left.</summary>
    private bool HasEndedWith(GovernedStep part, StepCancelledEvent end)
    {
        for (var whole = part.Whole; whole is not null; whole = whole.Whole)
        {
            if (whole.Before is { End: not null } or { IsTotalReached: true })
                return true;
        }

        if (HasEndedWithWhole || IsDrained(part.Step) || IsLate(end) || HadLost(part.Step)
            || (Aborts(part.Step) && part.Whole!.Before!.Parts.Exists(static other => other.End is StepFailedEvent or StepCancelledEvent { ByName: true })))
            return true;
        return WasCancelledByName(part.Step);
    }

    /// <summary>Says of a step that has not ended, and of which parts were cancelled, whether it was cancelled by name: in a run that is part
    /// of no other, nothing else is left.</summary>
    private bool WasCancelledByName(int step)
    {
        if (_root != this)
            return false;
        (_toCancel ??= []).Add(step);
        return true;
    }

    /// <summary>Whether the time of the run, or of the sub-plan that it is of, was up when something ended.</summary>
    private bool IsLate(StepEvent end) => _plan.Timeout is { } timeout && end.Time - BeganAt(_record!) >= timeout;

    /// <summary>Enters a part in its table, with the attempts that were made of it before the run was resumed.</summary>
    private void Enter(GovernedStep part)
    {
        part.Entry = part.Steps.Add();
        if (part.Before is not { } before)
        {
            CountOn(part.Steps, part.Entry);
            return;
        }

        part.Steps.Restore(part.Entry, before);
        if (before.Compensation is { Status: not CompensationStatus.Running } undone)
            part.Steps.SetCompensation(part.Entry, undone);
    }

    private void RestoreEnd(GovernedStep part, StepEvent end)
    {
        var (steps, entry) = (part.Steps, part.Entry);
        part.RestoreEnd(end);
        if (end is StepSucceededEvent { Abandoned: true } or StepFailedEvent { Abandoned: true } or StepCancelledEvent { Abandoned: true })
            steps.MarkAbandoned(entry);
        switch (end)
        {
            case StepSucceededEvent when part.Iteration == 0 || part.Compensation is null:
                NoteSuccess(part);
                break;
            case StepFailedEvent failed:
                steps.SetError(entry, failed.Error);
                if (failed.Tolerated)
                    steps.MarkTolerated(entry);
                break;
            case StepCancelledEvent { ByName: true }:
                steps.MarkCancelledByName(entry);
                break;
        }

        steps.Enter(entry, EventStatus.AfterEnd(end)!.Value);
        steps.SetEnded(entry, end.Time);
    }

    /// <summary>Brings back what a step has returned that is recorded to have ended, and what it consisted of.</summary>
    private void LoadResult(int step)
    {
        var end = _before![step]!.End!;
        if (IsGoverned(step, out var unit))
            LoadResult(unit, end);
        else if (end is StepSucceededEvent { Result: { } result })
            Load(step, attempt: null, result, _steps.PathOf(step));
    }

    private void LoadResult(GovernedStep unit, StepEvent end)
    {
        if (!unit.Before!.HasStarted)
            return;
        unit.Parts?.Restore();
        if (unit.Parts is FanOutParts elements && end is StepSucceededEvent)
            elements.PublishRestored();
        else if (unit.HadSubPlan || (unit.HasLeftPlan && !HadEnded))
            RestoreSubPlan(unit, end);
        else if (unit.HadStartedParts)
            RestoreStarted(unit);
        else if (unit.Parts is GroupParts && end is StepSucceededEvent)
            Complete(InvokeBare(unit.Step, unit.ContextOfWhole()));
        if ((end is StepSucceededEvent { Result: { } succeeded } ? succeeded : end is StepCancelledEvent { Result: { } lost } ? lost : (JsonElement?)null) is { } result)
            Load(unit.Step, unit.RestoreAttempt(), result, unit.Path, IsFollowed(unit));
        else if (end is StepSucceededEvent && unit is { IsSubPlan: true, Iteration: > 0 })
            Exchange(unit.Step, new RebuiltResult(unit.RestoreAttempt()) { IsFollowed = IsFollowed(unit) });
        else if (end is StepSucceededEvent && unit is { IsPart: true, IsSubPlan: false, Parts: null })
            Exchange(unit.Step, new NoResult(unit.RestoreAttempt()));
    }

    /// <summary>Brings back what a plan consisted of that a body has started itself, or a fallback, which is not called again.</summary>
    public void RestoreStarted(GovernedStep unit)
    {
        lock (_gate)
            unit.Steps.SetParts(unit.Entry, RecordedParts.Of(unit.Before!));
    }

    private void Load(int step, StepContext? attempt, JsonElement result, string path, bool isFollowed = false)
    {
        var revealed = Revealed(result, path);
        try
        {
            Exchange(step, new LoadedResult(attempt, revealed, path, JsonOptions) { IsFollowed = isFollowed });
        }
        catch (Exception fault)
        {
            throw new JournalException($"The recorded result of step '{path}' of run '{Identity.RunId}' cannot be read: {fault.Message} Resume the run with the plan that it had.", fault);
        }
    }

    private JsonElement Revealed(JsonElement result, string path)
    {
        try
        {
            return Revealed(result);
        }
        catch (JournalException fault)
        {
            throw new JournalException($"The recorded result of step '{path}' of run '{Identity.RunId}' cannot be read: {fault.Message}", fault);
        }
    }

    // An iteration is the last where no other was begun and the loop has not ended otherwise.
    private static bool IsFollowed(GovernedStep unit) => unit.Iteration > 0 && unit.Whole!.Before?.End is not StepSucceededEvent { Fallback: false };

    // Its own steps are restored in turn, so that nothing in it is called. Of one that was cancelled some may have yet to end.
    private void RestoreSubPlan(GovernedStep unit, StepEvent end)
    {
        if (end is StepCancelledEvent { Returned: false } && !HadEnded)
        {
            WindUpLater(unit);
            return;
        }

        var context = unit.RestoreAttempt();
        try
        {
            Complete(InvokeBare(BeginRestored(unit), context));
        }
        catch (Exception failure) when (IsEndOfPlan(failure))
        {
            // So it has ended.
            return;
        }
        catch (Exception fault) when (IsUnbound(fault))
        {
            // Of one that has failed nobody asks for anything any more.
            if (end is StepSucceededEvent { Result: null } or StepFailedEvent { Returned: true } or StepCancelledEvent { Returned: true })
                throw new JournalException($"Step '{unit.Path}' of run '{Identity.RunId}' has run a plan, and what it handed to that cannot be made again: {fault.Message}{RemedyFor(fault)}", fault);
        }
        finally
        {
            Complete(context.ReleaseServicesAsync());
        }
    }

    /// <summary>Brings back what the sub-plan of a step consisted of that has failed for good, and for which the fallback is to step in.</summary>
    public async ValueTask RestoreReplacedAsync(GovernedStep unit)
    {
        var context = unit.RestoreAttempt();
        try
        {
            await InvokeBare(unit.Step, context).ConfigureAwait(false);
        }
        catch (Exception failure) when (IsEndOfPlan(failure) || IsUnbound(failure))
        {
            // So it has ended, or cannot be brought back; and of one that has failed nobody asks for anything any more.
            return;
        }
        catch (Exception fault)
        {
            Leave(fault);
            throw;
        }
        finally
        {
            await context.ReleaseServicesAsync().ConfigureAwait(false);
        }
    }

    private static bool IsEndOfPlan(Exception failure) => MaskedException.Seen(failure) is PlanFailedException or OperationCanceledException;

    // What was not handed says itself how it is to be given.
    private string RemedyFor(Exception fault) => MaskedException.Seen(fault) is not BindingException ? ""
        : Secrets is null ? " Resume the run with the plan that it had."
        : " Give the secrets as they were given when the run was started, and resume the run with the plan that it had.";

    // What a plan is given that a step runs is made again, and may have become something else, or nothing.
    private static bool IsUnbound(Exception fault) => MaskedException.Seen(fault) is BindingException or ArgumentException;

    /// <summary>The body whose sub-plan is recorded of a step that does not go on itself.</summary>
    private int BeginRestored(GovernedStep unit)
    {
        lock (_gate)
            unit.IsAtFallback = unit is { Before.HasPartsOfFallback: true, Fallback: not null };
        return unit.IsAtFallback ? unit.Fallback!.Value : unit.Step;
    }

    public static void Complete(ValueTask done)
    {
        if (done.IsCompleted)
            done.GetAwaiter().GetResult();
        else
            done.AsTask().GetAwaiter().GetResult();
    }

    public static T Complete<T>(ValueTask<T> done) => done.IsCompleted ? done.Result : done.AsTask().GetAwaiter().GetResult();
}
