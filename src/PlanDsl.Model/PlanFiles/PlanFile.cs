namespace PlanDsl.Model;

/// <summary>A plan file that has been read: the plan, what is wrong with the file, and where each part of the plan stands in it.
/// Immutable.</summary>
public sealed class PlanFile
{
    private readonly BoundedFindings _read;
    private readonly bool _areStepsLost;
    private readonly bool _areNamesLost;
    private readonly HashSet<string>? _inputs;

    internal PlanFile(PlanModel model, BoundedFindings findings, PlanFileMap map, HashSet<string>? inputs, bool areStepsLost, bool areNamesLost)
    {
        _inputs = inputs;
        Model = model;
        _read = findings;
        Findings = findings.All.ToEquatableArray();
        Map = map;
        _areStepsLost = areStepsLost;
        _areNamesLost = areNamesLost;
    }

    /// <summary>The plan, as far as it could be read.</summary>
    public PlanModel Model { get; }

    /// <summary>What is wrong with the file as such; the rules that judge all plans have not been asked. Of a rule that is broken very often the first
    /// 1,000 places, with one more finding that says how many others there are (<c>PLAN0508</c>).</summary>
    public EquatableArray<Finding> Findings { get; }

    /// <summary>Where the parts of the plan stand in the file.</summary>
    public PlanFileMap Map { get; }

    /// <summary>All that is wrong: with the file as such, and by the rules that judge all plans. In the order of the file.</summary>
    public EquatableArray<Finding> Check() => Check(Model, TypeFacts.None);

    /// <summary>The same where more is known of the plan than stands in the file.</summary>
    /// <param name="model">The plan, with the same steps.</param>
    /// <param name="types">What is known of its types.</param>
    public EquatableArray<Finding> Check(PlanModel model, TypeFacts types) => Check(new PlanAnalysis(model, types, Wording.PlanFile));

    /// <summary>The same where something has been found out already.</summary>
    /// <param name="analysis">The plan, with the same steps, and what is known of it.</param>
    public EquatableArray<Finding> Check(PlanAnalysis analysis) => Check(analysis, []);

    /// <summary>The same where somebody else has found something besides.</summary>
    /// <param name="analysis">The plan, with the same steps, and what is known of it.</param>
    /// <param name="others">What he has found, which is left out where the same rule is told of already at the same place.</param>
    public EquatableArray<Finding> Check(PlanAnalysis analysis, IEnumerable<Finding> others)
    {
        if (others is null)
            throw new ArgumentNullException(nameof(others));
        var all = new BoundedFindings();
        all.AddAll(_read);
        all.Filter = finding => IsConsequence(finding) ? null : InTheWordsOfTheFile(finding);
        PlanRules.Check(analysis, all);
        all.Filter = null;
        AddOthers(all, new ExpressionMismatches(analysis, Map).Find());
        AddOthers(all, new HandedInputs(analysis, Map).Find());
        if (_inputs is not null)
            AddOthers(all, new UnresolvedVariables(this, _inputs, onlyMisspelt: true).Find());
        AddOthers(all, others);
        return all.All
            .OrderBy(finding => Map.Find(finding.Anchor).Start)
            .ThenBy(static finding => finding.Id, StringComparer.Ordinal)
            .ToEquatableArray();
    }

    // Of what is left out because there is too much of it, nobody can say whether it is the same.
    private void AddOthers(BoundedFindings all, IEnumerable<Finding> others)
    {
        HashSet<(string, int)>? told = null;
        var known = new HashSet<string>(all.OmittedIds, StringComparer.Ordinal);
        var count = all.Count;
        all.Filter = finding =>
        {
            told ??= [.. all.Take(count).Select(finding => (finding.Id, Map.Find(finding.Anchor).Start))];
            return known.Contains(finding.Id) || told.Contains((finding.Id, Map.Find(finding.Anchor).Start)) ? null : finding;
        };
        if (others is BoundedFindings bounded)
        {
            all.AddAll(bounded, except: known);
        }
        else
        {
            foreach (var finding in others)
                all.Add(finding);
        }

        all.Filter = null;
    }

    /// <summary>Finds the variables, <c>${NAME}</c>, that would stay as they are written in a run with these inputs.</summary>
    /// <param name="inputs">The names of the inputs that the run has.</param>
    /// <returns>A warning for each (<c>PLAN0507</c>): those in what the plan says of all steps, then those of the steps in their order.</returns>
    public EquatableArray<Finding> FindUnresolved(IEnumerable<string> inputs) =>
        new UnresolvedVariables(this, new(inputs, StringComparer.Ordinal)).Find().All.ToEquatableArray();

    // A bound on what runs at once goes by two names, of which the author has written one.
    private Finding InTheWordsOfTheFile(Finding finding) =>
        finding.Id == RuleIds.InvalidParallelism && Map.NameOf(finding.Anchor) is { } name
            ? finding with { Args = finding.Args.AsImmutableArray().SetItem(0, name) }
            : finding;

    // Where steps could not be read, their names are missing too, and that has been told.
    private bool IsConsequence(Finding finding) => finding.Id switch
    {
        RuleIds.NoSteps => finding.Anchor.Kind is AnchorKind.Plan ? _areStepsLost : Map.IsDamagedGroup(finding.Anchor.Index),
        RuleIds.ThresholdOutOfRange => Model.Steps[finding.Anchor.Index].Parallel?.Threshold > 0 && Map.IsDamagedGroup(finding.Anchor.Index),
        RuleIds.UnknownDependency or RuleIds.UnboundParameter or RuleIds.NotProvided => _areNamesLost && finding.Suggestion is null,
        _ => false,
    };
}
