using System.Globalization;
using System.Text;
using PlanDsl.Model;

namespace PlanDsl;

/// <summary>What a plan is as far as a run that is resumed depends on it: its steps, what they are and return, after what and how they run.
/// Not what their bodies do. Immutable.</summary>
internal sealed class PlanShape
{
    private const char Between = '\t';
    private const char Within = '/';
    private const string Wait = "wait";

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
        text.Append(PlanLine(program.Table));
        Append(text, program.Table, within: "", step => TypeOf(program, step));
        return new(text.ToString());
    }

    /// <summary>The steps of a plan, but not those of plans that it runs, by their ids, in declaration order, and the groups of which they are members.</summary>
    /// <param name="shape">The shape that was recorded.</param>
    public static IEnumerable<(string Id, string? Group)> StepsOf(string shape) =>
        shape.Split('\n').Skip(1).Select(static line => line.Split(Between)).Where(static line => !line[0].Contains(Within)).Select(static line => (line[0], line is [_, _, _, _, { Length: > 0 } group, ..] ? group : null));

    /// <summary>The names of the signals for which steps of a plan wait, and of those that it runs; <see langword="null"/> where the shape does not say.</summary>
    /// <param name="shape">The shape that was recorded.</param>
    public static IReadOnlyList<string>? SignalsOf(string shape)
    {
        var waits = shape.Split('\n').Skip(1).Select(static line => line.Split(Between)).Where(static line => line[1].StartsWith(Wait, StringComparison.Ordinal)).ToList();
        return waits.TrueForAll(static line => line.Length > 5) ? [.. waits.Select(static line => line[5]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)] : null;
    }

    /// <summary>How one shape differs from another, in a sentence for each difference; nothing if not at all.</summary>
    /// <param name="before">The shape that was recorded.</param>
    /// <param name="now">The shape of the plan as it is.</param>
    public static List<ShapeDifference> Compare(string before, string now)
    {
        var (old, current) = (LinesOf(before), LinesOf(now));
        var differences = new List<ShapeDifference>();
        if (before.Split('\n')[0] != now.Split('\n')[0])
            differences.Add(new("The options of the plan have changed.", null, IsGrave: false));
        foreach (var (id, line) in old)
        {
            if (current.TryGetValue(id, out var same))
                Compare(id, line, same, differences);
            else
                differences.Add(new($"Step '{id}' is gone.", id, IsGrave: true));
        }

        foreach (var id in current.Keys.Where(id => !old.ContainsKey(id)))
            differences.Add(new($"Step '{id}' is new.", id, IsGrave: false));
        return differences;
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
        }
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

    private static void Compare(string id, string[] before, string[] now, List<ShapeDifference> differences)
    {
        if (before[1] != now[1])
            differences.Add(new($"Step '{id}' was {WithArticle(before[1])} and is {WithArticle(now[1])}.", id, IsGrave: true));
        if (before[2] != now[2])
            differences.Add(new($"Step '{id}' returned {TypeText(before[2])} and returns {TypeText(now[2])}.", id, IsGrave: true));
        if (before[3] != now[3])
            differences.Add(new($"What step '{id}' depends on, or its options, have changed.", id, IsGrave: false));
    }

    private static string WithArticle(string kind) => $"{(kind[0] == 'a' ? "an" : "a")} {kind}";

    private static string TypeText(string type) => type.Length == 0 ? "nothing" : type;

    private static Dictionary<string, string[]> LinesOf(string text) =>
        text.Split('\n').Skip(1).Select(static line => line.Split(Between)).ToDictionary(static line => line[0], StringComparer.Ordinal);

    private static string PlanLine(PlanTable plan) => HashOf(FormattableString.Invariant($"{plan.MaxParallel} {plan.Timeout} {plan.MaxDepth} {plan.MaxSteps}"), 8);

    // What is recorded of it depends on that: of one that runs for each element only its elements have results, and of a loop its iterations.
    private static string KindOf(PlanTable plan, int step)
    {
        var policy = plan.PolicyOf(step);
        var kind = policy switch
        {
            { Group: not null } => "group",
            { IsSubPlan: true } => "plan",
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
