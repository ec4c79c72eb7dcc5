using PlanDsl.Compiler;
using PlanDsl.Model;

namespace PlanDsl.Generators;

/// <summary>The names of the fields in which the values of a run are kept.</summary>
internal sealed class StateNames
{
    private readonly Dictionary<string, string> _inputs = new(StringComparer.Ordinal);
    private readonly string[] _results;
    private readonly string[] _returned;
    private readonly string[] _strands;
    private readonly string[] _resultParts;
    private readonly Dictionary<(int Step, MethodRole Role), string> _methods = [];

    public StateNames(PlanSpec plan)
    {
        // Static steps are called by the name of the plan's class.
        var fields = new NameScope(plan.Steps.Select(static step => step.Method).Append(plan.Type.Name));
        for (var input = 0; input < plan.Inputs.Count; input++)
            _inputs.Add(plan.Model.Inputs[input].Name, fields.Take("_" + plan.Inputs[input].Name.TrimStart('@')));

        _results = new string[plan.Steps.Count];
        for (var step = 0; step < _results.Length; step++)
            _results[step] = plan.Steps[step].Member is { Length: > 0 } member ? fields.Take("_" + char.ToLowerInvariant(member[0]) + member.Substring(1)) : "";

        Bindings = new PlanBindings(plan.Model);
        Graph = PlanGraph.From(plan.Model, Bindings);
        Stored = new StoredResults(plan, Bindings);
        FanOuts = new FanOutNames(plan, fields);
        Streams = new StreamNames(plan, fields);
        LoopMemories = new LoopMemories(plan, fields);
        _returned = new string[_results.Length];
        for (var step = 0; step < _results.Length; step++)
        {
            _returned[step] = _results[step].Length == 0 ? "" : ReturnedTo(step, plan.Model.Steps[step], fields);
            if (_returned[step].Length > 0 && FlowWriter.RefusesSuccess(plan.Model.Steps[step]))
                _results[step] = NothingOf(step, plan.Model.Steps[step].ResultType!);
        }

        HoldsPlan = plan.Steps.Any(static step => step is { IsGroup: false, IsStatic: false } || step.Methods.Any(static method => !method.IsStatic));
        Plan = fields.Take("_plan", "_self");
        GetResults = fields.Take("GetResults", "CollectResults");
        Flow = fields.Take("Flow", "FlowCursor");
        Secrets = plan.Model.Inputs.Any(static input => input.IsSecret) ? fields.Take("GetSecrets", "CollectSecrets") : null;
        for (var step = 0; step < _results.Length; step++)
        {
            var body = plan.Steps[step].IsGroup ? fields.Take(PascalCase.From(plan.Model.Steps[step].Id), "Group") : plan.Steps[step].Method;
            _methods.Add((step, MethodRole.Body), body);
            foreach (var method in plan.Steps[step].Methods)
                _methods.Add((step, method.Role), fields.Take(body.TrimStart('@') + SuffixOf(method.Role)));
        }

        Numbers = new MethodNumbers(plan.Model);
        Strands = Model.Strands.Of(plan.Model, Graph);
        _strands = [.. Strands.Select((_, strand) => fields.Take("Strand" + TableWriter.Text(strand)))];
        HeldTasks = new HeldTasks(plan, this);
        DirectResults = new DirectResults(plan, this);
        Results = DirectResults.HasAny ? fields.Take("_results", "_collected") : "";
        for (var step = 0; step < _results.Length; step++)
        {
            if (DirectResults.Has(step))
                _results[step] = _returned[step] = $"{Results}.{DirectResults.FieldOf(step)}";
        }

        _resultParts = [.. Parts(ResultMembers.Of(plan).Count(step => !DirectResults.Has(step))).Select(part => fields.Take("SetResults" + TableWriter.Text(part * ResultMembers.MostAtOnce)))];
        Exchange = fields.Take("Exchange", "ExchangeResult");
        SaveInputs = fields.Take("SaveInputs", "RecordInputs");
        PlanParameter = new NameScope(plan.Inputs.Select(static input => input.Name)).Take("plan", "self");
    }

    /// <summary>Whether a step needs the plan itself.</summary>
    public bool HoldsPlan { get; }

    /// <summary>Whether there is a field at all.</summary>
    public bool HoldsAnything => HoldsPlan || _inputs.Count > 0 || Streams.HasAny || Array.Exists(_results, static name => name.Length > 0);

    /// <summary>What the names in the plan mean.</summary>
    public PlanBindings Bindings { get; }

    /// <summary>Its edges.</summary>
    public PlanGraph Graph { get; }

    /// <summary>The field that holds the plan.</summary>
    public string Plan { get; }

    /// <summary>The method that gathers the results; the steps have methods beside it.</summary>
    public string GetResults { get; }

    /// <summary>The field that knows which step comes next, in a plan with transitions.</summary>
    public string Flow { get; }

    /// <summary>The method that tells what nobody is to be told; <see langword="null"/> where there is nothing of that.</summary>
    public string? Secrets { get; }

    /// <summary>The field that holds what the caller will get, where there are <see cref="DirectResults"/>.</summary>
    public string Results { get; }

    /// <summary>The method that leads a journal to where results are kept.</summary>
    public string Exchange { get; }

    /// <summary>The method that gives a journal the inputs.</summary>
    public string SaveInputs { get; }

    /// <summary>The methods that each set some members of the results; none where these are few.</summary>
    public IReadOnlyList<string> ResultParts => _resultParts;

    /// <summary>The parameter that the plan comes in by.</summary>
    public string PlanParameter { get; }

    /// <summary>The numbers of the methods that options name.</summary>
    public MethodNumbers Numbers { get; }

    /// <summary>The steps of each strand, in order.</summary>
    public IReadOnlyList<int[]> Strands { get; }

    /// <summary>The fan-outs.</summary>
    public FanOutNames FanOuts { get; }

    /// <summary>The streams that steps read live.</summary>
    public StreamNames Streams { get; }

    /// <summary>The memories of loops that compare what they have returned.</summary>
    public LoopMemories LoopMemories { get; }

    /// <summary>Which fields have to be able to be empty.</summary>
    public StoredResults Stored { get; }

    /// <summary>Which fields hold a task, whose result is theirs.</summary>
    public HeldTasks HeldTasks { get; }

    /// <summary>Which results are kept where the caller will find them.</summary>
    public DirectResults DirectResults { get; }

    /// <summary>The field that holds an input.</summary>
    public string OfInput(string input) => _inputs[input];

    /// <summary>Whether there is an input of this name.</summary>
    public bool HasInput(string input) => _inputs.ContainsKey(input);

    /// <summary>The field that holds the result of a step, for those who bind it; its default value where no success of the step is accepted.</summary>
    public string OfResult(int step) => _results[step];

    /// <summary>Where the step's body leaves what it returns: in another field only where that does not count before the step's
    /// group has taken it, or its loop has ended.</summary>
    public string OfReturned(int step) => _returned[step];

    /// <summary>Whether it is another field.</summary>
    public bool IsTaken(int step) => _returned[step] != _results[step];

    /// <summary>The method that calls what a step names for this purpose; for the body of a group, the one that collects what its
    /// members returned.</summary>
    public string OfMethod(int step, MethodRole role) => _methods[(step, role)];

    /// <summary>The method that runs a strand.</summary>
    public string OfStrand(int strand) => _strands[strand];

    private string NothingOf(int step, TypeRef type) => $"default({TypeTexts.Static(TypeTexts.Stored(type, Stored.CanBeAbsent(step)))})";

    private string ReturnedTo(int step, StepModel model, NameScope fields)
    {
        var isTaken = Stored.IsTakenByGroup(step);
        if (model.Element is null)
            return isTaken || (model.RepeatUntil is not null && Stored.CanBeAbsent(step)) ? fields.Take(_results[step] + "Returned") : _results[step];
        var results = $"{FanOuts.FieldOf(step)}{(Stored.CanBeAbsent(step) ? "?" : "!")}.Results";
        if (!isTaken)
            _results[step] = results;
        return results;
    }

    private IEnumerable<int> Parts(int members) =>
        Enumerable.Range(0, members <= ResultMembers.MostAtOnce && !DirectResults.HasAny ? 0 : (members + ResultMembers.MostAtOnce - 1) / ResultMembers.MostAtOnce);

    private static string SuffixOf(MethodRole role) => role switch
    {
        MethodRole.When => "When",
        MethodRole.RepeatUntil => "Until",
        MethodRole.Fallback => "Fallback",
        _ => "Compensation",
    };
}
