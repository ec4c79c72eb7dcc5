namespace PlanDsl.Model;

/// <summary>What belongs to loops and stands where nothing is repeated.</summary>
internal static class LoopsOptions
{
    public static void Check(StepModel step, StepOptions options)
    {
        var repeat = options.Words[PropertyNames.RepeatUntil];
        for (var index = 0; index < step.Parameters.Count; index++)
        {
            if (step.Parameters[index].Kind is not ParameterKind.Previous)
                continue;
            if (step.RepeatUntil is null)
                options.Add(index, PropertyNames.Previous, $"the step is not repeated; add {repeat}, or remove it");
            else if (step.ResultType is null)
                options.Add(index, PropertyNames.Previous, "the step returns nothing; let it return a value, or remove it");
        }

        if (step.RepeatUntil is not null)
        {
            if (step is { MaxIterations: 1, OnExhausted: OnExhausted.UseLast })
                options.Add(PropertyNames.RepeatUntil, "the step runs once, and what it returns is used whatever this says; allow more iterations, or remove it");
            return;
        }

        if (step.MaxIterations is not null)
            options.Add(PropertyNames.MaxIterations, $"nothing says until when to repeat it; add {repeat}, or remove it");
        if (step.OnExhausted is not null)
            options.Add(PropertyNames.OnExhausted, $"nothing says until when to repeat it; add {repeat}, or remove it");
    }
}
