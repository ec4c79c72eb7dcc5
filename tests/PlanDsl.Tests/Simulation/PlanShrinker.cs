namespace PlanDsl.Tests;

/// <summary>Makes a plan on which something is wrong smaller, for as long as it stays wrong.</summary>
internal static class PlanShrinker
{
    public static async Task<SimulatedPlan> ShrinkAsync(SimulatedPlan plan, Func<SimulatedPlan, Task<bool>> isWrong)
    {
        for (var smaller = plan; smaller is not null;)
        {
            plan = smaller;
            smaller = null;
            foreach (var candidate in Smaller(plan))
            {
                if (!await isWrong(candidate).ConfigureAwait(false))
                    continue;
                smaller = candidate;
                break;
            }
        }

        return plan;
    }

    private static IEnumerable<SimulatedPlan> Smaller(SimulatedPlan plan)
    {
        for (var step = plan.Steps.Length - 1; step >= 0; step--)
        {
            if (MayLeave(plan, step))
                yield return Without(plan, step);
        }

        if (plan.CancelAt is not null)
            yield return plan with { CancelAt = null };
        if (plan.Timeout is not null)
            yield return plan with { Timeout = null };
        if (plan.MaxParallel is not null)
            yield return plan with { MaxParallel = null };
        foreach (var cancellation in plan.StepCancellations)
            yield return plan with { StepCancellations = [.. plan.StepCancellations.Where(other => other != cancellation)] };
        for (var step = 0; step < plan.Steps.Length; step++)
        {
            foreach (var simpler in Simpler(plan.Steps[step]))
                yield return plan with { Steps = [.. plan.Steps[..step], simpler, .. plan.Steps[(step + 1)..]] };
        }
    }

    private static IEnumerable<SimulatedStep> Simpler(SimulatedStep step)
    {
        foreach (var predecessor in step.Predecessors)
            yield return step with { Predecessors = [.. step.Predecessors.Where(other => other != predecessor)] };
        SimulatedStep[] simpler =
        [
            step with { Condition = null },
            step with { RunWhen = RunWhen.Success },
            step with { Fallback = null },
            step with { Compensation = null },
            step with { Elements = null, MaxParallel = null },
            step with { Elements = step.Elements > 1 ? step.Elements - 1 : step.Elements },
            step with { Loop = null },
            step with { MaxParallel = null },
            step with { Governed = null },
            step with { Governed = step.Governed is null ? null : step.Governed with { Retries = 0, RetryDelay = null } },
            step with { Governed = step.Governed is null ? null : step.Governed with { TotalTimeout = null } },
            step with { Governed = step.Governed is null ? null : step.Governed with { Timeout = null } },
            step with { Critical = null },
            step with { StopsAfter = null },
        ];
        foreach (var one in simpler.Where(one => one != step))
            yield return one;
        if (step.Attempts.Length > 1)
            yield return step with { Attempts = step.Attempts[..^1] };
        for (var attempt = 0; attempt < step.Attempts.Length; attempt++)
        {
            if (step.Attempts[attempt].Duration > TimeSpan.Zero)
                yield return step with { Attempts = [.. step.Attempts[..attempt], step.Attempts[attempt] with { Duration = TimeSpan.Zero }, .. step.Attempts[(attempt + 1)..]] };
        }
    }

    // Something stays, and of each group a member.
    private static bool MayLeave(SimulatedPlan plan, int step)
    {
        var group = plan.Steps[step].MemberOf;
        return plan.Steps.Where((other, index) => index != step && other.MemberOf != step).Any(other => group is null || other.MemberOf == group);
    }

    private static SimulatedPlan Without(SimulatedPlan plan, int step)
    {
        int[] kept = [.. Enumerable.Range(0, plan.Steps.Length).Where(other => other != step && plan.Steps[other].MemberOf != step)];
        int IndexOf(int old) => Array.IndexOf(kept, old);
        SimulatedStep[] steps =
        [
            .. kept.Select(old => plan.Steps[old] with
            {
                Predecessors = [.. plan.Steps[old].Predecessors.Where(kept.Contains).Select(IndexOf)],
                MemberOf = plan.Steps[old].MemberOf is { } group ? IndexOf(group) : null,
            }),
        ];
        return plan with
        {
            // No threshold beyond the members.
            Steps = [.. steps.Select((one, index) => one.Group is { Threshold: > 1 } ? one with { Group = one.Group with { Threshold = Math.Min(one.Group.Threshold, steps.Count(member => member.MemberOf == index)) } } : one)],
            StepCancellations = [.. plan.StepCancellations.Where(cancellation => kept.Contains(cancellation.Step)).Select(cancellation => cancellation with { Step = IndexOf(cancellation.Step) })],
        };
    }
}
