using System.Globalization;
using System.Text;
using PlanDsl.Model;

namespace PlanDsl;

/// <summary>What a plan is as far as a run that is resumed depends on it: its steps, what they are and return, after what and how they run.
/// Not what their bodies do. Immutable.</summary>
internal sealed class PlanShape
{
    /// <summary>What stands between the parts of a line.</summary>
    public const char Between = '\t';

    /// <summary>The kind of what runs a plan.</summary>
    public const string Plan = "plan";

    /// <summary>What takes the place of a step, in its id and in those of what belongs to it.</summary>
    public const string Fallback = "(fallback)";

    /// <summary>What undoes a step, in its id and in those of what belongs to it.</summary>
    public const string Compensation = "(compensation)";

    private const char Within = '/';
    private const string Wait = "wait";

    // Stands behind what is said of the plan where what takes the place of steps, and what undoes them, is told of.
    private const string TellsAll = "whole";

    // The traits that make a difference to a run. Others say which way round the engine goes, and not where that leads.
    private const StepTraits Meant = StepTraits.Critical | StepTraits.SkipDependents | StepTraits.Continue;

    private PlanShape(string text) => (Text, Hash) = (text, HashOf(text, 16));

    /// <summary>The plan, then each step, in a line each.</summary>
    public string Text { get; }

    /// <summary>The same in a few letters.</summary>
    public string Hash { get; }

    /// <summary>The shape of the plan that a program runs.</summary>
    public static PlanShape Of<TProgram>(TProgram program)
        where TProgram : IPlanProgram
    {
        var text = new StringBuilder();
        text.Append(PlanLine(program.Table)).Append(Between).Append(TellsAll);
        Append(text, program.Table, within: "", step => TypeOf(program, step));
        return new(text.ToString());
    }

    /// <summary>The steps of a plan, but not those of plans that it runs, by their ids, in declaration order, and the groups of which they are members.</summary>
    /// <param name="shape">The shape that was recorded.</param>
    public static IEnumerable<(string Id, string? Group)> StepsOf(string shape) =>
        shape.Split('\n').Skip(1).Select(static line => line.Split(Between)).Where(static line => !line[0].Contains(Within)).Select(static line => (line[0], line is [_, _, _, _, { Length: > 0 } group, ..] ? group : null));

    /// <summary>Whether a shape says what takes the place of steps, and what undoes them. Those of the first versions do not.</summary>
    /// <param name="shape">The shape that was recorded.</param>
    public static bool IsWhole(string shape) => shape.Split('\n')[0].EndsWith($"{Between}{TellsAll}", StringComparison.Ordinal);

    /// <summary>The names of the signals for which steps of a plan wait, and of those that it runs; <see langword="null"/> where the shape does not say.</summary>
    /// <param name="shape">The shape that was recorded.</param>
    public static IReadOnlyList<string>? SignalsOf(string shape)
    {
        if (!IsWhole(shape))
            return null;
        var waits = shape.Split('\n').Skip(1).Select(static line => line.Split(Between)).Where(static line => line[1].StartsWith(Wait, StringComparison.Ordinal)).ToList();
        return waits.TrueForAll(static line => line.Length > 5) ? [.. waits.Select(static line => line[5]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)] : null;
    }

    // The steps of a sub-plan stand below the step that runs it. What plan files return is JSON, of which nothing is said.
    private static void Append(StringBuilder text, PlanTable plan, string within, Func<int, Type?> typeOf)
    {
        var predecessors = PredecessorsOf(plan);
        for (var step = 0; step < plan.StepCount; step++)
        {
            var (id, policy, subPlan) = (within + plan.StepIds[step], plan.PolicyOf(step), plan.PlanOf?.Invoke(step));
            var rest = $"{string.Join(' ', predecessors[step])}{Between}{plan.GroupOf(step)}{Between}{(StepTraits)plan.Traits[step] & Meant:D}{Between}{PolicyText.Of(policy)}{(subPlan is null ? "" : PlanLine(subPlan))}";
            text.Append('\n').AppendJoin(Between, id, KindOf(plan, step), typeOf(step)?.ToString() ?? "", HashOf(rest, 8), plan.GroupOf(step) is >= 0 and var group ? plan.StepIds[group] : "");
            if (policy?.Signal is { Name: var signal })
                text.Append(Between).Append(signal);
            if (subPlan is not null)
                Append(text, subPlan, $"{id}{Within}", TypesOf(subPlan));
            if (policy?.Fallback is not null)
                Append(text, plan, plan.StepCount + step, $"{id}{Within}{Fallback}");
            if (policy?.Compensation is not null)
                Append(text, plan, (2 * plan.StepCount) + step, $"{id}{Within}{Compensation}");
        }
    }

    // The steps of a plan have ids of their own there: they may be called as those of the plan that the step runs.
    private static void Append(StringBuilder text, PlanTable plan, int number, string id)
    {
        var instead = plan.PlanOf?.Invoke(number);
        text.Append('\n').AppendJoin(Between, id, instead is null ? plan.KindOf?.Invoke(number) ?? "method" : Plan, "", instead is null ? "" : PlanLine(instead), "");
        if (instead is not null)
            Append(text, instead, $"{id}{Within}", TypesOf(instead));
    }

    private static Func<int, Type?> TypesOf(PlanTable plan)
    {
        if (plan.ProgramOfNobody is not { } make)
            return static _ => null;
        var program = make();
        return step => TypeOf(program, step);
    }

    private static Type? TypeOf<TProgram>(TProgram program, int step)
        where TProgram : IPlanProgram
    {
        var types = new ResultTypes();
        program.Exchange(step, types);
        return types.Visited;
    }

    private static string PlanLine(PlanTable plan) => HashOf(FormattableString.Invariant($"{plan.MaxParallel} {plan.Timeout} {plan.MaxDepth} {plan.MaxSteps}"), 8);

    // What is recorded of it depends on that: of one that runs for each element only its elements have results, and of a loop its iterations.
    private static string KindOf(PlanTable plan, int step)
    {
        var policy = plan.PolicyOf(step);
        var kind = policy switch
        {
            { Group: not null } => "group",
            { IsSubPlan: true } => Plan,
            { Signal: not null } => Wait,
            _ => plan.KindOf?.Invoke(step) ?? "step",
        };
        return $"{kind}{(policy is { Loop: not null } ? " that is repeated" : "")}{(policy is { IsFanOut: true } ? " for each element" : "")}";
    }

    // By their ids, since numbers shift with every step that is added.
    private static List<string>[] PredecessorsOf(PlanTable plan)
    {
        var predecessors = new List<string>[plan.StepCount];
        for (var step = 0; step < predecessors.Length; step++)
            predecessors[step] = [];
        for (var step = 0; step < predecessors.Length; step++)
        {
            foreach (var successor in plan.SuccessorsOf(step))
                predecessors[successor].Add(plan.StepIds[step]);
        }

        return predecessors;
    }

    // FNV-1a: it is to tell what has been changed by an author, not by somebody who means harm, and costs no library that has to be loaded.
    private static string HashOf(string text, int length)
    {
        var hash = 14_695_981_039_346_656_037UL;
        foreach (var character in text)
            hash = unchecked((hash ^ character) * 1_099_511_628_211UL);
        return hash.ToString("x16", CultureInfo.InvariantCulture)[..length];
    }
}
