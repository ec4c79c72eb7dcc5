using System.Text.Json;
using PlanDsl.Model;

namespace PlanDsl;

/// <content>What the plans that a run runs are given by the environment. Of a run that is recorded that is what it was when the run was started.</content>
internal abstract partial class Coordinator
{
    private EnvironmentValues? _fromEnvironment;
    private JsonElement? _newFromEnvironment;

    /// <summary>What the run around all others has read of it; <see langword="null"/> where it is not recorded.</summary>
    public EnvironmentValues? FromEnvironment => _root._fromEnvironment;

    /// <summary>Whether the run around all others was left, and is gone on with.</summary>
    public bool IsGoneOnWith => _root._record is not null;

    /// <summary>Lets a run be as it is recorded that is gone on with and cannot go on here: nothing more happens in it, so that it can be gone on with when it can.
    /// While it is still being taken up, whoever resumes it is told.</summary>
    /// <param name="fault">What keeps it.</param>
    /// <returns>The same.</returns>
    public Exception Leave(Exception fault)
    {
        if (_root._isRestoring)
            return fault;
        _root.LeaveRecord(fault);
        _root.Panic(fault);
        return fault;
    }

    /// <summary>Sees, before anything starts in a run that is gone on with, that the secrets are there for want of which plans could not begin that its steps are about to run.
    /// What is behind a condition, or stands in for something that may succeed, may do without.</summary>
    /// <exception cref="JournalException">One is not.</exception>
    private void RequireEnvironment()
    {
        foreach (var (planId, input) in _plan.EnvironmentOf(IsAboutToRun))
        {
            if (!_fromEnvironment!.TryGet(planId, input.Name, out var value) || value is not null)
                continue;
            try
            {
                input.Find();
            }
            catch (ArgumentException fault)
            {
                throw input.Missed(Identity.RunId, planId, fault);
            }
        }
    }

    private bool IsAboutToRun(PlanTable plan, int number)
    {
        // What another is handed is not known of a plan that the compiler has made.
        if (plan.Hands is null)
            return false;
        var (role, step) = Math.DivRem(number, plan.StepCount);
        if (plan != _plan)
            return role == 0 && !IsConditional(plan, step);
        return role == (_before![step]?.Fallback is null ? 0 : 1) && MayStillRun(step) && (HadStarted(step) || !IsConditional(plan, step));
    }

    private static bool IsConditional(PlanTable plan, int step) =>
        plan.RunWhenOf(step) is RunWhen.Failure || plan.PolicyOf(step) is not (null or { Condition: null, Branch: null }) || (plan.GroupOf(step) is >= 0 and var group && IsConditional(plan, group));

    private void ReadEnvironment()
    {
        _fromEnvironment = EnvironmentValues.Read(_plan, _record?.FromEnvironment is { } recorded ? Revealed(recorded) : null);
        _newFromEnvironment = _fromEnvironment.IsNew ? Hidden(_fromEnvironment.ToJson()) : null;
    }
}
