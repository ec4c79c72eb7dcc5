namespace PlanDsl.Model;

/// <summary>Finds out what a step does: exactly one thing.</summary>
internal static class StepKindReader
{
    private static readonly (string Property, StepKinds Kind)[] Properties =
    [
        ("command", StepKinds.Command), ("call", StepKinds.Call), ("agent", StepKinds.Agent),
        ("parallel", StepKinds.Parallel), ("plan", StepKinds.Plan), ("wait", StepKinds.Wait),
    ];

    /// <summary>The kind of a step; <see langword="null"/> where there is not exactly one, which is told.</summary>
    /// <param name="reading">Who reads the file.</param>
    /// <param name="view">The step.</param>
    /// <param name="place">The step, for messages.</param>
    /// <param name="mayBeBare">Whether an agent may be written without an object around it.</param>
    public static StepKinds? Read(FileReading reading, ObjectView view, Place place, bool mayBeBare)
    {
        // Most steps have one, and need no list of them.
        string? first = null;
        List<string>? given = null;
        var kinds = StepKinds.None;
        foreach (var (property, kind) in Properties)
            Take(property, kind);
        if (mayBeBare)
            Take("agent_id", StepKinds.Agent);

        void Take(string property, StepKinds kind)
        {
            if (!view.IsGiven(property))
                return;
            kinds |= kind;
            if (first is null)
                first = property;
            else
                (given ??= [first]).Add(property);
        }

        StepKinds? type = view.Text("type") is { } written && PolicyNames.Kind.TryGetValue(written, out var said) ? said : null;
        if (given is not null)
        {
            reading.Findings.Add(RuleIds.NotOneKind, NameOf(view, given[1]), [place.AtStart, $"has {string.Join(" and ", given)}, and a step does one thing; keep one of them"]);
            return null;
        }

        if (first is not null)
        {
            if (type is { } other && other != kinds)
                reading.Findings.Add(RuleIds.NotOneKind, view["type"]!.Value.Span, [place.AtStart, $"has the type {view.Text("type")}, but {first}; make the two agree"]);
            return kinds;
        }

        foreach (var (property, kind) in Properties)
        {
            if (view.IsMisspelt(property))
                return kind;
        }

        if (type is not null)
        {
            if (!view.Node.IsDamaged)
                reading.Findings.Add(RuleIds.MissingProperty, view["type"]!.Value.Span, [place.AtStart, view.Text("type")!, $"its type is {view.Text("type")}, so say by it what the step does"]);
            return null;
        }

        if (!view.Node.IsDamaged && !view.IsGiven("type"))
            reading.Findings.Add(RuleIds.NotOneKind, view.Node.Token, [place.AtStart, $"does nothing; give it one of {string.Join(", ", Properties.Select(static known => known.Property))}"]);
        return null;
    }

    /// <summary>Tells of properties that belong to other kinds of step.</summary>
    public static void CheckProperties(FileReading reading, ObjectView view, StepKinds kind, Place place)
    {
        if (!view.SaysWhatOnlySomeMay)
            return;
        foreach (var property in view.Grammar.Properties)
        {
            if ((property.Kinds & kind) != StepKinds.None || view[property.Name] is not { } value || (property.Name == "with" && view.IsGiven("agent_id")))
                continue;
            if (kind is StepKinds.Parallel && StepProperties.MayBeZero(property.Name) && value.Number == 0)
                continue;
            var reason = property.Name == "with" && kind is StepKinds.Agent ? "the agent has its own; write it into agent"
                : property.Kinds == StepProperties.OfOne ? "a parallel step runs its children once, and what becomes of each is said by the children; write it there"
                : $"it belongs to steps that have {OwnersOf(property.Kinds)}; remove it";
            reading.Findings.Add(RuleIds.IneffectiveOption, NameOf(view, property.Name), [property.Name, place.ToString(), reason]);
        }
    }

    private static string OwnersOf(StepKinds kinds) =>
        string.Join(" or ", Properties.Where(known => (known.Kind & kinds) != StepKinds.None).Select(static known => known.Property));

    /// <summary>Where the name of a property stands.</summary>
    public static TextSpan NameOf(ObjectView view, string property)
    {
        foreach (var (name, _) in view.Node.Properties)
        {
            if (name.Says(property))
                return name.Span;
        }

        return view.Node.Token;
    }
}
