using PlanDsl.Model;

namespace PlanDsl;

/// <summary>Whether a plan has a use for a signal.</summary>
internal static class SignalCheck
{
    /// <summary>Refuses a signal that no step waits for. A plan with sub-plans, also as fallbacks, may be given any: one that has yet to start may
    /// wait for it.</summary>
    /// <exception cref="ArgumentException">No step waits for such a signal.</exception>
    public static void Check(PlanTable plan, string name, SignalValue value)
    {
        ArgumentNullException.ThrowIfNull(name);
        var policies = plan.Policies ?? [];
        var known = policies.Select(static policy => policy?.Signal).OfType<SignalPolicy>().ToArray();
        var named = Array.FindAll(known, signal => signal.Name == name);
        if (Array.Exists(named, signal => value.Fits(signal)))
            return;
        if (named.Length > 0)
            throw new ArgumentException($"Signal '{name}' of plan '{plan.PlanId}' brings {Wanted(named[0])}, not {value}.", nameof(value));
        if (plan.RunsPlans || Array.Exists(policies, static policy => policy is { IsSubPlan: true }))
            return;

        var nearest = new Nearest([.. known.Select(static signal => signal.Name)]).To(name);
        throw new ArgumentException(
            $"No step of plan '{plan.PlanId}' waits for a signal '{name}'{(nearest is null ? "." : $"; did you mean '{nearest}'?")}", nameof(name));
    }

    private static string Wanted(SignalPolicy signal) => signal.TakesAnything ? "a JSON value" : signal.ValueType is { } type ? $"a value of type {type}" : "nothing";
}
