namespace PlanDsl;

/// <summary>How a plan differs from what it was when a run of it was recorded, in a sentence for each difference.</summary>
internal sealed class ShapeComparison
{
    private readonly Dictionary<string, string[]> _before;
    private readonly Dictionary<string, string[]> _now;
    private readonly bool _isWhole;
    private readonly List<ShapeDifference> _differences = [];

    private ShapeComparison(string before, string now) => (_before, _now, _isWhole) = (LinesOf(before), LinesOf(now), PlanShape.IsWhole(before));

    /// <summary>The differences; none if there are none.</summary>
    /// <param name="before">The shape that was recorded.</param>
    /// <param name="now">The shape of the plan as it is.</param>
    public static List<ShapeDifference> Of(string before, string now)
    {
        var comparison = new ShapeComparison(before, now);
        if (OptionsOf(before) != OptionsOf(now))
            comparison._differences.Add(new("The options of the plan have changed.", null, IsGrave: false));
        comparison.Compare();
        return comparison._differences;
    }

    private void Compare()
    {
        foreach (var (id, line) in _before)
        {
            if (_now.TryGetValue(id, out var same))
                Compare(id, line, same);
            else if (IsToldAlone(id, _now))
                Add(id, $"{Told(id)} is gone.", isGrave: true);
        }

        foreach (var (id, line) in _now)
        {
            if (_before.ContainsKey(id) || !IsToldAlone(id, _before))
                continue;
            if (_isWhole || !IsInstead(id))
                Add(id, $"{Told(id)} is new.", isGrave: false);
            else if (line[1] == PlanShape.Plan)
                Add(id, $"{Told(id)} is a plan, of which an earlier version of PlanDsl has recorded nothing, so that nobody can say whether it has changed.", isGrave: false);
        }
    }

    private void Compare(string id, string[] before, string[] now)
    {
        if (before[1] != now[1])
        {
            Add(id, $"{Told(id)} was {WithArticle(before[1])} and is {WithArticle(now[1])}.", isGrave: true);
            if (IsInstead(id))
                return;
        }

        if (before[2] != now[2] && !IsUnsaid(id, before[2]))
            Add(id, $"{Told(id)} returned {TypeText(before[2])} and returns {TypeText(now[2])}.", isGrave: true);
        if (before[3] != now[3])
            Add(id, IsInstead(id) ? $"The options of the plan have changed that is {Named(id)}." : $"What {Named(id)} depends on, or its options, have changed.", isGrave: false);
    }

    // The first versions did not record what the steps of plans return that a step runs.
    private bool IsUnsaid(string id, string type) => !_isWhole && type.Length == 0 && id.Contains('/', StringComparison.Ordinal);

    private void Add(string id, string text, bool isGrave) => _differences.Add(new(text, id, isGrave));

    // What is said of a step, or of a plan in its place, is said of all that belongs to that.
    private static bool IsToldAlone(string id, Dictionary<string, string[]> others)
    {
        for (var role = id.IndexOf("/(", StringComparison.Ordinal); role >= 0; role = id.IndexOf("/(", role + 1, StringComparison.Ordinal))
        {
            var end = id.IndexOf(')', role) + 1;
            if (!others.ContainsKey(id[..role]) || (end < id.Length && (!others.TryGetValue(id[..end], out var instead) || instead[1] != PlanShape.Plan)))
                return false;
        }

        return true;
    }

    private static bool IsInstead(string id) => id[^1] == ')';

    private static string Told(string id) => Named(id) is [var first, .. var rest] ? char.ToUpperInvariant(first) + rest : id;

    private static string Named(string id)
    {
        var role = id.LastIndexOf("/(", StringComparison.Ordinal);
        if (role < 0)
            return $"step '{id}'";
        var end = id.IndexOf(')', role);
        var plan = $"the {id[(role + 2)..end]} of {Named(id[..role])}";
        return end + 1 == id.Length ? plan : $"step '{id[(end + 2)..]}' of {plan}";
    }

    private static string WithArticle(string kind) => $"{(kind[0] == 'a' ? "an" : "a")} {kind}";

    private static string TypeText(string type) => type.Length == 0 ? "nothing" : type;

    private static string OptionsOf(string shape) => shape.Split('\n')[0].Split(PlanShape.Between)[0];

    private static Dictionary<string, string[]> LinesOf(string shape) =>
        shape.Split('\n').Skip(1).Select(static line => line.Split(PlanShape.Between)).ToDictionary(static line => line[0], StringComparer.Ordinal);
}
