namespace PlanDsl.Model;

/// <summary>Where the parts of a plan stand in its file. Immutable; a place is looked up when it is asked for.</summary>
public sealed class PlanFileMap
{
    private readonly JsonTree _tree;
    private readonly StepRow[] _rows;
    private readonly bool _isAgentPlan;
    private LineMap? _lines;

    internal PlanFileMap(JsonTree tree, StepRow[] rows, bool isAgentPlan)
    {
        _tree = tree;
        _rows = rows;
        _isAgentPlan = isAgentPlan;
    }

    /// <summary>The lines of the file.</summary>
    public LineMap Lines => _lines ??= new(_tree.Text);

    /// <summary>The stretch of the text that shows a part of the plan: the token that says what a finding is about, else the nearest around it.</summary>
    public TextSpan Find(Anchor anchor) => anchor.Kind switch
    {
        AnchorKind.Text => anchor.TextSpan,
        AnchorKind.Step when (uint)anchor.Index < (uint)_rows.Length => PlanFilePlaces.OfStep(_rows[anchor.Index].Node, anchor, _isAgentPlan),
        AnchorKind.Parameter when (uint)anchor.Index < (uint)_rows.Length => OfParameter(_rows[anchor.Index], anchor),
        _ => PlanFilePlaces.OfPlan(_tree.Root, anchor),
    };

    /// <summary>The whole object of a step.</summary>
    /// <param name="step">The index of the step in the model.</param>
    public TextSpan FindWhole(int step) => _rows[step].Node.Span;

    /// <summary>What the property that an anchor names is called where it is written.</summary>
    internal string? NameOf(Anchor anchor) => anchor.Kind switch
    {
        AnchorKind.Step when (uint)anchor.Index < (uint)_rows.Length => PlanFilePlaces.NameInStep(_rows[anchor.Index].Node, anchor, _isAgentPlan),
        AnchorKind.Plan => PlanFilePlaces.NameInPlan(_tree.Root, anchor),
        _ => null,
    };

    /// <summary>A stretch of what a string says that stands somewhere in a step, or in its fallback or compensation.</summary>
    /// <param name="step">The index of the step in the model; -1 for what the plan says of all steps.</param>
    /// <param name="role">What the step says it for.</param>
    /// <param name="way">The properties and elements that lead to it.</param>
    /// <param name="start">Where in the string the stretch begins, in UTF-16 units behind escapes of JSON.</param>
    /// <param name="length">How many units it takes; 0 for the whole value, which may be no string.</param>
    /// <returns>Its place; that of the nearest value around it where there is no such value.</returns>
    internal TextSpan FindText(int step, MethodRole role, EquatableArray<PathSegment> way, int start, int length) =>
        PlanFileValues.At(_tree.Root, NodeOf(step), role, way, isName: false) is { Kind: JsonKind.String } text && length > 0
            ? JsonStrings.SpanIn(text, start, length)
            : FindValue(step, role, way);

    /// <summary>The token of a value that stands somewhere in a step, or in its fallback or compensation.</summary>
    /// <param name="step">The index of the step in the model; -1 for what the plan says of all steps.</param>
    /// <param name="role">What the step says it for.</param>
    /// <param name="way">The properties and elements that lead to it.</param>
    /// <param name="isName">Whether the name of the property is meant, and not its value.</param>
    /// <returns>Its place; that of the nearest value around it where there is no such value.</returns>
    internal TextSpan FindValue(int step, MethodRole role, EquatableArray<PathSegment> way, bool isName = false) =>
        PlanFileValues.At(_tree.Root, NodeOf(step), role, way, isName).Token;

    /// <summary>What a string says that stands somewhere in a step, or in its fallback or compensation.</summary>
    internal string TextOf(int step, MethodRole role, EquatableArray<PathSegment> way) => PlanFileValues.At(_tree.Root, NodeOf(step), role, way, isName: false).Value;

    private JsonNode? NodeOf(int step) => (uint)step < (uint)_rows.Length ? _rows[step].Node : null;

    /// <summary>Whether a group may have more children than could be read.</summary>
    internal bool IsDamagedGroup(int step) =>
        (uint)step < (uint)_rows.Length && (_rows[step].HasLostChildren || _rows[step].Node.Find("parallel")?.Find("steps") is not { Kind: JsonKind.Array, IsDamaged: false });

    private TextSpan OfParameter(StepRow row, Anchor anchor)
    {
        if (row.Sources is null || !row.Sources.TryGetValue(anchor.Role, out var sources) || (uint)anchor.Parameter >= (uint)sources.Length
            || row.Model.ParametersOf(anchor.Role)[anchor.Parameter].Path is not { } path)
            return PlanFilePlaces.OfStep(row.Node, Anchor.Step(anchor.Index), _isAgentPlan);
        var source = new JsonNode(_tree, sources[anchor.Parameter]);
        return anchor.Property switch
        {
            PropertyNames.Type => PathSpans.Of(path, source),
            PropertyNames.Member => PathSpans.Of(path, anchor.Item, source),
            _ => PathSpans.Of(path, ReferenceRoots.SegmentsToName(path), source),
        };
    }
}
