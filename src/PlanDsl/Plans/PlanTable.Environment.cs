using System.Text.Json;

namespace PlanDsl;

/// <content>What comes from the environment.</content>
public sealed partial class PlanTable
{
    private (string PlanId, EnvironmentInput Input)[]? _environmentWithin;

    /// <summary>Gives its inputs that come from the environment where a run is not given any; <see langword="null"/> where none does.</summary>
    internal Func<EnvironmentInput[]>? EnvironmentInputs { get; set; }

    /// <summary>Says whether what runs another plan, by the numbers of <see cref="PlanOf"/>, hands it an input of a name; <see langword="null"/> where that cannot be told.</summary>
    internal Func<int, string, bool>? Hands { get; set; }

    /// <summary>What the environment has for such inputs of the plans that it runs, and that those run; what is missing is missed when its plan runs.</summary>
    internal IEnumerable<(string PlanId, EnvironmentInput Input, JsonElement Value)> EnvironmentWithin()
    {
        if (PlanOf is null)
            return [];
        _environmentWithin ??= [.. EnvironmentOf(static (_, _) => true)];
        return _environmentWithin.SelectMany(static read => ValueOf(read.Input.Find).Select(value => (read.PlanId, read.Input, value)));
    }

    /// <summary>Such inputs of the plans that it runs, and that those run, unless they are handed to them.</summary>
    /// <param name="isRun">Says whether what a plan runs is looked at, by the numbers of <see cref="PlanOf"/>.</param>
    internal IEnumerable<(string PlanId, EnvironmentInput Input)> EnvironmentOf(Func<PlanTable, int, bool> isRun)
    {
        var inputs = new Dictionary<(string PlanId, string Name), EnvironmentInput>();
        AddEnvironment(inputs, isRun, []);
        return inputs.Select(static input => (input.Key.PlanId, input.Value));
    }

    private void AddEnvironment(Dictionary<(string PlanId, string Name), EnvironmentInput> inputs, Func<PlanTable, int, bool> isRun, HashSet<PlanTable> seen)
    {
        for (var number = 0; PlanOf is not null && number < 3 * StepCount; number++)
        {
            if (!isRun(this, number) || PlanOf(number) is not { } plan)
                continue;
            foreach (var input in plan.EnvironmentInputs?.Invoke() ?? [])
            {
                if (Hands?.Invoke(number, input.Name) is not true)
                    inputs.TryAdd((plan.PlanId, input.Name), input);
            }

            if (seen.Add(plan))
                plan.AddEnvironment(inputs, isRun, seen);
        }
    }
}
