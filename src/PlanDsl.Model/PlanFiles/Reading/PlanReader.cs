using System.Globalization;
using System.Runtime.InteropServices;

namespace PlanDsl.Model;

/// <summary>Reads the plan that a file is.</summary>
internal sealed class PlanReader
{
    private readonly FileReading _reading;
    private readonly JsonTree _tree;
    private readonly string _fileName;
    private readonly StepReader _steps;
    private int _written;

    public PlanReader(JsonTree tree, string fileName)
    {
        _tree = tree;
        _fileName = fileName;
        _reading = new(tree.Text);
        _steps = new(_reading);
    }

    public PlanFile Read()
    {
        foreach (var fault in _tree.Faults)
            _reading.Findings.Add(RuleOf(fault), fault.Span, [fault.Message]);
        foreach (var (first, count) in _tree.OmittedFaults)
            _reading.Findings.All.Omit(RuleOf(first), FindingSeverity.Error, Anchor.Text(first.Span), count);
        var root = _tree.Root;
        if (root.Kind is not JsonKind.Object)
        {
            if (root.Kind is not JsonKind.Missing)
                _reading.Findings.Add(RuleIds.WrongType, root.Token, ["A plan file", $"is {ValueCheck.Kind(root)}; write an object that has steps"]);
            return Finish(new() { Id = FileNames.PlanIdFrom(_fileName) }, areStepsLost: true);
        }

        return ReadPlan(root);
    }

    private PlanFile ReadPlan(JsonNode root)
    {
        var written = (root.Find("plan_id") ?? root.Find("id")) is { Kind: JsonKind.String } id ? id.Value : FileNames.PlanIdFrom(_fileName);
        var place = new Place("plan", written);
        var view = _reading.Objects.Read(root, PlanFileGrammar.Plan, place);
        if (view["plan_id"] is { } one && view["id"] is { } other && one.Value != other.Value)
            _reading.Findings.Add(RuleIds.NotOneKind, other.Span, [place.AtStart, $"has the plan_id '{one.Value}' and the id '{other.Value}'; keep one of the two"]);
        if (view["$schema"] is { } schema && SchemaVersions.FaultOf(schema.Value) is { } fault)
            _reading.Findings.Add(RuleIds.UnsupportedVersion, schema.Span, [schema.Value, fault]);

        AgentPlans.Find(_reading.Plan, view);
        _reading.Plan.Steps = view["steps"];
        var globals = view["globals"] is { } defaults ? _reading.Objects.Read(defaults, PlanFileGrammar.Globals, place.In("globals")) : default(ObjectView?);
        var limits = view["limits"] is { } bounds ? _reading.Objects.Read(bounds, PlanFileGrammar.Limits, place.In("limits")) : default(ObjectView?);
        var inputs = InputReader.Read(_reading, view["inputs"], place);
        var constants = ConstantReader.Read(_reading, view["bindings"], place, _reading.Plan.Constants);
        var environment = ReadEnvironment(globals, place);
        ReadDefaultRetries(globals, place);
        ReadSteps(view);

        var model = new PlanModel
        {
            Id = written,
            Order = _reading.Plan.Order,
            Inputs = inputs,
            Constants = constants,
            Environment = environment,
            Caption = CaptionReader.Read(view, hasTags: false),
            MaxParallel = MaxParallelOf(globals, limits, place),
            Timeout = limits?.Time("timeout_sec"),
            DefaultTimeout = globals?.Time("default_timeout_sec"),
            MaxDepth = limits?.Integer("max_depth"),
            MaxSteps = limits?.Integer("max_steps"),
        };
        return Finish(model, IsLost(root) || (view.IsGiven("steps") && (view["steps"] is not { IsDamaged: false } || _steps.Top.Count < _written)));
    }

    // Where there is nothing but mistakes, nobody knows what was meant to be there.
    private bool IsLost(JsonNode root) => root.IsDamaged || (_tree.Faults.Count > 0 && !root.Properties.MoveNext());

    // A plan whose steps could not all be read is not blamed for having too few.
    private PlanFile Finish(PlanModel model, bool areStepsLost)
    {
        var rows = new StepRow[_steps.Count];
        var next = 0;
        foreach (var row in _steps.Bodies)
            rows[row.Index = next++] = row;
        foreach (var row in _steps.Groups)
            rows[row.Index = next++] = row;
        if (_steps.HasSupply)
            SupplyEdges.Add(rows, _reading.Findings);
        if (_steps.HasTransitions || _reading.Plan.Order is PlanOrder.Sequential)
            FlowReader.Read(_reading, rows, _steps.Top);
        model = model with { Steps = new(ImmutableCollectionsMarshal.AsImmutableArray(Array.ConvertAll(rows, static row => row.Model))) };
        return new(model, _reading.Findings.All, new PlanFileMap(_tree, rows, _reading.Plan.IsAgentPlan), _reading.Plan.Inputs, areStepsLost, areStepsLost || _steps.HasLostSteps);
    }

    private void ReadSteps(ObjectView view)
    {
        if (view["steps"] is not { } steps)
            return;
        var number = 0;
        _written = CountOf(steps);
        _steps.Expect(Math.Min(_written, PlanFileReader.MaxSteps));
        foreach (var step in steps.Items)
        {
            if (_steps.IsFull(step))
                return;
            _steps.Read(step, number++);
        }
    }

    private EquatableArray<NamedTemplate> ReadEnvironment(ObjectView? globals, Place place)
    {
        if (globals?["env"] is not { } environment)
            return [];
        var scope = new ReferenceScope(_reading.Plan);
        scope.Enter(place.In("env"));
        var references = new ReferenceReader(scope, MethodRole.Body, _reading.Findings);
        var templates = _reading.Values.ReadEnvironment(environment, references, _reading.Plan.Environment);
        GlobalReferences.Check(references, environment, _reading.Findings);
        return templates;
    }

    private void ReadDefaultRetries(ObjectView? globals, Place place)
    {
        if (globals?.Integer("default_retries") is not { } retries)
            return;
        if (retries < 0)
            _reading.Findings.Add(RuleIds.WrongType, globals.Value["default_retries"]!.Value.Span, [$"default_retries of {place}", $"is {retries.ToString(CultureInfo.InvariantCulture)}; write how often to try again, or 0 for not at all"]);
        else
            _reading.Plan.DefaultRetries = retries;
    }

    // One at a time where there are defaults for all steps and this is not among them: so the tools did that wrote such files.
    private int? MaxParallelOf(ObjectView? globals, ObjectView? limits, Place place)
    {
        var bound = limits?.Integer("max_parallel");
        var other = globals?.Integer("max_concurrency");
        if (other == 0 && _reading.Plan.IsAgentPlan)
            other = null;
        if (bound is { } one && other is { } two && one != two)
            _reading.Findings.Add(RuleIds.NotOneKind, globals!.Value["max_concurrency"]!.Value.Span, [place.AtStart, "has two bounds on what runs at once, max_concurrency and max_parallel; keep one of the two"]);
        return bound ?? other ?? (globals is null ? PlanFileReader.DefaultMaxParallel : 1);
    }

    private static string RuleOf(JsonFault fault) => fault.IsLimit ? RuleIds.OverLimit : RuleIds.MalformedJson;

    private static int CountOf(JsonNode list)
    {
        var count = 0;
        foreach (var _ in list.Items)
            count++;
        return count;
    }
}
