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
            strands[number] = new(first, Array.ConvertAll(steps, step => StrandStep.Of(plan.Steps[step])));

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
        var place = strand.NextPlace;
        if (place > First)
            run.Keep(Steps[place - 1 - First].Index, strand.GetResult<JsonElement>());
        var token = strand.CancellationToken;
        do
        {
            for (place = strand.NextPlace; ; place++)
            {
                if (place - First == Steps.Length)
                    return;
                if (!strand.TryBegin(place))
                    break;
                ref readonly var step = ref Steps[place - First];
                if (step.Function is { } function)
                {
                    run.Keep(step.Index, function(step.With));
                    continue;
                }

                if (strand.Awaits(step.Code.Body!.RunAsync(step.Code.Place, run, context: null, token), out var result))
                    return;
                run.Keep(step.Index, result);
            }
        }
        while (strand.GoesOn());
    }
}
