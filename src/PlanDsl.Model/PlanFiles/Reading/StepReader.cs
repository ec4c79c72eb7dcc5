using System.Globalization;

namespace PlanDsl.Model;

/// <summary>Reads steps and the children of parallel steps.</summary>
internal sealed class StepReader(FileReading reading)
{
    private readonly BodyReader _bodies = new(reading);
    private readonly OptionReader _options = new(reading);
    private readonly ReferenceScope _scope = new(reading.Plan);

    // What the step before has left, since most refer to nothing.
    private ReferenceReader? _spare;
    private bool _isFull;

    /// <summary>The steps that do something, in the order of the file.</summary>
    public List<StepRow> Bodies { get; } = [];

    /// <summary>The parallel steps.</summary>
    public List<StepRow> Groups { get; } = [];

    /// <summary>The steps of the plan itself, in the order of the file.</summary>
    public List<StepRow> Top { get; } = [];

    /// <summary>Whether something could not be read that may have been a step, so that others may name it.</summary>
    public bool HasLostSteps { get; private set; }

    /// <summary>Whether a step says something of the way through a sequential plan.</summary>
    public bool HasTransitions { get; private set; }

    /// <summary>Whether a step says what it provides or consumes.</summary>
    public bool HasSupply { get; private set; }

    /// <summary>How many steps and children have been read.</summary>
    public int Count => Bodies.Count + Groups.Count;

    /// <summary>Whether as many have been read as a file may have, so that the rest is not, which is told where that begins.</summary>
    /// <param name="next">The step or child that would be read next.</param>
    public bool IsFull(JsonNode next)
    {
        if (Count < PlanFileReader.MaxSteps)
            return false;
        if (!_isFull)
        {
            var most = PlanFileReader.MaxSteps.ToString("N0", CultureInfo.InvariantCulture);
            reading.Findings.Add(RuleIds.OverLimit, next.Token, [$"The plan has more than {most} steps and children, which is the most that is read; move some of them to a plan that a step runs"]);
        }

        _isFull = true;
        HasLostSteps = true;
        return true;
    }

    /// <summary>Makes room for as many steps of the plan.</summary>
    public void Expect(int count)
    {
        Bodies.Capacity = count;
        Top.Capacity = count;
    }

    /// <summary>Reads one step of the plan.</summary>
    /// <param name="node">The step.</param>
    /// <param name="number">Its number in the list, from 0.</param>
    public void Read(JsonNode node, int number)
    {
        if (Read(node, number, group: null, constants: null) is { } row)
            Top.Add(row);
    }

    private StepRow? Read(JsonNode node, int number, StepRow? group, HashSet<string>? constants)
    {
        if (node.Kind is not JsonKind.Object)
        {
            HasLostSteps = true;
            if (node.Kind is not JsonKind.Missing)
                reading.Findings.Add(RuleIds.WrongType, node.Token, [Nameless(group, number), $"is {ValueCheck.Kind(node)}; write an object with an id and what the step does"]);
            return null;
        }

        var isChild = group is not null;
        var id = node.Find("id") is { Kind: JsonKind.String } written ? reading.Names.Of(written) : null;
        var place = new Place("step", id ?? Nameless(group, number));
        var view = reading.Objects.Read(node, isChild ? PlanFileGrammar.Child : PlanFileGrammar.Step, place);
        HasLostSteps |= (id is null && !isChild) || node.IsDamaged || view.IsMisspelt("result_key");
        if (reading.Plan.NeedsStatus && !isChild && !view.IsGiven("status") && !view.IsMisspelt("status") && !node.IsDamaged)
            reading.Objects.ReportMissing(node, PlanFileGrammar.Step["status"], place, "give the plan a plan_id if it is one of yours, or each step a status, as the tool that wrote it does");

        var kind = StepKindReader.Read(reading, view, place, mayBeBare: isChild);
        if (kind is { } known)
            StepKindReader.CheckProperties(reading, view, known, place);
        if (kind is StepKinds.Parallel)
        {
            if (isChild)
                reading.Findings.Add(RuleIds.NotOneKind, StepKindReader.NameOf(view, "parallel"), [place.AtStart, "is a child of a parallel step and cannot be parallel itself; write its children beside it, or let it run a plan"]);
            else
                return ReadGroup(view, place);
        }

        var row = ReadBody(view, kind, place, group, constants);
        reading.Objects.Release(view);
        return row;
    }

    private StepRow ReadBody(ObjectView view, StepKinds? kind, Place place, StepRow? group, HashSet<string>? constants)
    {
        _scope.Enter(place, view, constants);
        var references = _spare ?? new ReferenceReader(_scope, MethodRole.Body, reading.Findings);
        if (view["for_each"] is { } source && reading.Templates.ReadPath(source, "for_each", place) is { } path)
            references.AddElements(path, source);
        var what = kind is { } known ? _bodies.Read(view, known, references) : default;
        var row = new StepRow(_options.Read(new(group?.Model.Id, IsFanOut: _scope.IsFanOut, Parameters: references.Parameters), view, what, place), view.Node, group)
        {
            Transitions = _options.ReadTransitions(view, place),
        };
        AddSources(row, MethodRole.Body, references);
        _spare = references.IsEmpty ? references : null;
        AddMethods(row, view);
        Add(row, Bodies);
        return row;
    }

    private StepRow ReadGroup(ObjectView view, Place place)
    {
        var node = view["parallel"];
        var parallel = node is { } inner ? reading.Objects.Read(inner, PlanFileGrammar.Parallel, place.In("parallel")) : default(ObjectView?);
        _scope.Enter(place, view, groupConstants: null);
        var row = new StepRow(_options.Read(new(IsParallel: true), view, new(ResultKey: parallel?["result_key"]), place), view.Node, group: null)
        {
            Transitions = _options.ReadTransitions(view, place),
        };
        AddMethods(row, view);
        Add(row, Groups);
        if (parallel is not { } children)
            return row;

        var constants = new HashSet<string>(StringComparer.Ordinal);
        GroupReader.Read(reading, row, view, children, place, constants);
        if (children["steps"] is { } steps)
        {
            HasLostSteps |= steps.IsDamaged;
            var number = 0;
            foreach (var child in steps.Items)
            {
                if (IsFull(child) || Read(child, number++, row, constants) is null)
                    row.HasLostChildren = true;
                if (_isFull)
                    break;
            }
        }
        else if (!children.IsGiven("steps") && !children.IsMisspelt("steps") && !children.Node.IsDamaged)
        {
            reading.Objects.ReportMissing(children.Node, PlanFileGrammar.Parallel["steps"], place.In("parallel"));
        }

        return row;
    }

    private void Add(StepRow row, List<StepRow> rows)
    {
        rows.Add(row);
        HasTransitions |= row.Transitions is not null;
        HasSupply |= row.Model.Supply is not null;
    }

    private void AddMethods(StepRow row, ObjectView view)
    {
        if (ReadCondition(row, view["condition"], MethodRole.When) is { } condition)
            row.Model = row.Model with { When = condition };
        if (row.Model.Parallel is null)
        {
            if (ReadCondition(row, view["repeat_until"], MethodRole.RepeatUntil) is { } until)
                row.Model = row.Model with { RepeatUntil = until };
            if (ReadSubstitute(row, view["fallback"], MethodRole.Fallback) is { } fallback)
                row.Model = row.Model with { Fallback = fallback };
        }

        if (ReadSubstitute(row, view["compensate"], MethodRole.Compensate) is { } compensate)
            row.Model = row.Model with { Compensate = compensate };
    }

    private MethodModel? ReadCondition(StepRow row, JsonNode? node, MethodRole role)
    {
        if (node is not { } text)
            return null;
        var references = new ReferenceReader(_scope, role, reading.Findings);
        var condition = reading.Templates.ReadCondition(text, references, role.Property());
        if (condition is not null && role is MethodRole.When)
            references.CheckVariables(condition, row.Model, text);
        AddSources(row, role, references);
        return new() { Name = text.Value, Condition = condition, Parameters = references.Parameters };
    }

    private MethodModel? ReadSubstitute(StepRow row, JsonNode? node, MethodRole role)
    {
        if (node is not { } inner)
            return null;
        var place = _scope.Place.In(role.Property());
        var view = reading.Objects.Read(inner, PlanFileGrammar.Substitute, place);
        var kind = StepKindReader.Read(reading, view, place, mayBeBare: false);
        if (WhyNotIn(role, kind) is { } reason)
        {
            var name = StepKindNames.Of(kind!.Value);
            reading.Findings.Add(RuleIds.InvalidFallback, StepKindReader.NameOf(view, name), [role.Property(), name, _scope.Place.Name, reason]);
            return null;
        }

        if (kind is not { } known)
            return null;
        StepKindReader.CheckProperties(reading, view, known, place);
        var variables = _scope.StepEnvironment;
        _scope.StepEnvironment = null;
        var references = new ReferenceReader(_scope, role, reading.Findings);
        var what = _bodies.Read(view, known, references);
        _scope.StepEnvironment = variables;
        AddSources(row, role, references);
        return new()
        {
            Name = StepKindNames.Of(known),
            Body = what.Body,
            SubPlan = what.SubPlan,
            Signal = what.Signal,
            Timeout = what.Timeout,
            Parameters = references.Parameters,
        };
    }

    // What takes the place of a body has no steps of its own in the run, and what undoes one is done when the run is at its end.
    private static string? WhyNotIn(MethodRole role, StepKinds? kind) => kind switch
    {
        StepKinds.Parallel when role is MethodRole.Fallback => "it is one step, and children are steps of their own; let it run a plan",
        StepKinds.Parallel or StepKinds.Plan when role is MethodRole.Compensate => "a run that is ending starts no further steps; let it run a command, or call what undoes the step",
        StepKinds.Wait => "it would keep the step from ending for as long as nobody gives the signal; wait in a step of its own",
        _ => null,
    };

    private static void AddSources(StepRow row, MethodRole role, ReferenceReader references)
    {
        if (!references.IsEmpty)
            (row.Sources ??= [])[role] = references.Sources;
    }

    // What a step is called that has no id.
    private static string Nameless(StepRow? group, int number) =>
        (group?.Model.Id ?? "steps") + "[" + number.ToString(CultureInfo.InvariantCulture) + "]";
}
