using System.Runtime.CompilerServices;
using System.Text.Json;

namespace PlanDsl;

/// <summary>Steps of an interpreted plan that follow each other whatever else the plan does, made ready to be run as one. Immutable, and
/// shared by all runs.</summary>
/// <param name="First">The place of the first of them.</param>
/// <param name="Steps">The steps, in order.</param>
internal sealed record StrandCode(int First, StrandStep[] Steps)
{
    /// <summary>The strands of a plan, by their numbers.</summary>
    public static StrandCode[] Of(PlanCode plan)
    {
        var strands = new StrandCode[plan.Table.Strands.Length];
        var first = 1;
        foreach (var (number, steps) in plan.Table.Strands.Index())
        {
            strands[number] = new(first, Array.ConvertAll(steps, step => StepOf(plan, step)));

            // Where they are the whole order, places are counted through.
            if (plan.Table.Order is not null)
                first += steps.Length;
        }

        return strands;
    }

    /// <summary>Runs them, one after the other, as long as each may begin, up to one whose body has yet to return; and goes on from there
    /// when it is called again.</summary>
    public void Run(Strand strand, RunValues run)
    {
        if (strand.NextPlace > First)
            Return(strand, run);
        do
        {
            while (TryCallFunctions(strand, Steps, strand.NextPlace - First, run.Kept))
            {
                var next = strand.NextPlace - First;
                if (next >= Steps.Length)
                    return;
                if (!strand.TryBegin(strand.NextPlace))
                    break;
                if (Waits(strand, run, Steps[next].Index))
                    return;
            }
        }
        while (strand.GoesOn());
    }

    /// <summary>Runs those that are functions, up to one that is more; <see langword="false"/> if one may not begin.</summary>
    /// <param name="strand">The execution, which knows the place.</param>
    /// <param name="steps">The steps.</param>
    /// <param name="next">The first that is to be run.</param>
    /// <param name="kept">Where results are kept.</param>
    /// <remarks>A loop of its own, which knows nothing of other steps, so that all it goes by is in registers.</remarks>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool TryCallFunctions(Strand strand, StrandStep[] steps, int next, JsonElement[] kept)
    {
        for (; (uint)next < (uint)steps.Length; next++)
        {
            ref readonly var step = ref steps[next];
            if (step.Function is not { } function)
                return true;
            if (!strand.TryBegin(strand.NextPlace))
                return false;
            kept[step.Index] = function(step.With);
        }

        return true;
    }

    /// <summary>Calls the body of a step; whether it has yet to return.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool Waits(Strand strand, RunValues run, int step)
    {
        var code = run.Code.Steps[step];
        if (strand.Awaits(code.Body!.RunAsync(code.Place, run, context: null, strand.CancellationToken), out var result))
            return true;
        run.Keep(step, result);
        return false;
    }

    // The body that was waited for has returned.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Return(Strand strand, RunValues run) => run.Keep(Steps[strand.NextPlace - 1 - First].Index, strand.GetResult<JsonElement>());

    private static StrandStep StepOf(PlanCode plan, int step) => plan.Steps[step].Body is CallCode { Fixed: var (function, with) } ? new(function, with, step) : new(null, default, step);
}
