using System.ComponentModel;
using System.Text.Json;
using PlanDsl.Model;

namespace PlanDsl;

/// <summary>What a plan is made of, for people and tools to look at. Immutable and thread-safe.</summary>
/// <param name="table">The plan as tables.</param>
public sealed class PlanDefinition(PlanTable table)
{
    /// <summary>The same of a plan that runs others, has secrets, or whose steps return something. For generated code.</summary>
    /// <param name="table">The plan as tables.</param>
    /// <param name="plans">Gives the plan that a step runs, <see langword="null"/> for a step that runs none, also of what takes the place of a step,
    /// which has its number and that of steps, and of what undoes it, which has that of steps once more; or <see langword="null"/> where no step runs one.</param>
    /// <param name="secrets">Give what secret inputs, by their names, are in a run that is given none; <see langword="null"/> where there is nothing of that.</param>
    /// <param name="program">Makes a program that knows of what types its results are, and no more: it has neither a plan nor inputs, and is not
    /// to be run. <see langword="null"/> where no step returns anything.</param>
    /// <param name="fromEnvironment">Gives the inputs that come from the environment where a run is not given any; <see langword="null"/> where none does.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public PlanDefinition(PlanTable table, Func<int, PlanDefinition?>? plans, KeyValuePair<string, Func<JsonElement>>[]? secrets, Func<IPlanProgram>? program, Func<PlanInput[]>? fromEnvironment = null)
        : this(table)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (plans is not null)
            table.PlanOf = step => TableOf(plans, step);
        if (secrets is not null)
            table.Secrets = [.. secrets.Select(secret => new UngivenSecret($"{table.PlanId}.{secret.Key}", secret.Value))];
        if (fromEnvironment is not null)
            table.EnvironmentInputs = () => Array.ConvertAll(fromEnvironment(), static input => input.FromEnvironment);
        table.ProgramOfNobody = program;
    }

    /// <summary>The plan's id.</summary>
    public string Id => table.PlanId;

    /// <summary>How many steps may run at once; <see langword="null"/> for no bound.</summary>
    public int? MaxParallel => table.MaxParallel is 0 ? null : table.MaxParallel;

    /// <summary>The steps, in declaration order.</summary>
    public IReadOnlyList<StepDefinition> Steps => field ??= Describe();

    internal PlanTable Table => table;

    /// <summary>Draws the plan as a Mermaid flowchart. The same plan gives the same text, with <c>\n</c> line ends.</summary>
    public string ToMermaid() => MermaidFlowchart.Draw(table);

    /// <summary>Draws the plan as a Graphviz digraph. The same plan gives the same text, with <c>\n</c> line ends.</summary>
    public string ToDot() => DotGraph.Draw(table);

    // What is wrong with it shows when it is run.
    private static PlanTable? TableOf(Func<int, PlanDefinition?> plans, int step)
    {
        try
        {
            return plans(step)?.Table;
        }
        catch (InvalidPlanException)
        {
            return null;
        }
    }

    private StepDefinition[] Describe()
    {
        var dependsOn = new List<string>[table.StepCount];
        for (var step = 0; step < dependsOn.Length; step++)
            dependsOn[step] = new(table.Declared.PredecessorCounts[step]);
        for (var step = 0; step < dependsOn.Length; step++)
        {
            foreach (var successor in table.Declared.SuccessorsOf(step))
                dependsOn[successor].Add(table.StepIds[step]);
        }

        var steps = new StepDefinition[table.StepCount];
        for (var step = 0; step < steps.Length; step++)
        {
            steps[step] = new(
                table.StepIds[step], table.ResultKeys[step], dependsOn[step].AsReadOnly(), PolicyOf(step),
                table.Has(step, StepTraits.Critical), table.Has(step, StepTraits.Async))
            {
                Group = table.GroupOf(step) is >= 0 and var group ? table.StepIds[group] : null,
            };
        }

        return steps;
    }

    private FailurePolicy PolicyOf(int step) =>
        table.Has(step, StepTraits.SkipDependents) ? FailurePolicy.SkipDependents
        : table.Has(step, StepTraits.Continue) ? FailurePolicy.Continue
        : FailurePolicy.Abort;
}
