namespace PlanDsl.Model;

/// <summary>A plan file that has been read: the plan, what is wrong with the file, and where each part of the plan stands in it.
/// Immutable.</summary>
public sealed class PlanFile
{
    private readonly bool _areStepsLost;
    private readonly bool _areNamesLost;

    internal PlanFile(PlanModel model, EquatableArray<Finding> findings, PlanFileMap map, bool areStepsLost, bool areNamesLost)
    {
        Model = model;
        Findings = findings;
        Map = map;
        _areStepsLost = areStepsLost;
        _areNamesLost = areNamesLost;
    }

    /// <summary>The plan, as far as it could be read.</summary>
    public PlanModel Model { get; }

    /// <summary>What is wrong with the file as such; the rules that judge all plans have not been asked.</summary>
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
    public EquatableArray<Finding> Check(PlanAnalysis analysis)
    {
        var judged = PlanRules.Check(analysis).Where(finding => !IsConsequence(finding)).Select(InTheWordsOfTheFile);
        return Findings.Concat(judged).Concat(new ExpressionMismatches(analysis, Map).Find())
            .OrderBy(finding => Map.Find(finding.Anchor).Start)
            .ThenBy(static finding => finding.Id, StringComparer.Ordinal)
            .ToEquatableArray();
    }

    /// <summary>Finds the variables, <c>${NAME}</c>, that would stay as they are written in a run with these inputs.</summary>
    /// <param name="inputs">The names of the inputs that the run has.</param>
    /// <returns>A warning for each (<c>PLAN0507</c>): those in what the plan says of all steps, then those of the steps in their order.</returns>
    public EquatableArray<Finding> FindUnresolved(IEnumerable<string> inputs) =>
        new UnresolvedVariables(this, new(inputs, StringComparer.Ordinal)).Find().ToEquatableArray();

    // A bound on what runs at once goes by two names, of which the author has written one.
    private Finding InTheWordsOfTheFile(Finding finding) =>
        finding.Id == RuleIds.InvalidParallelism && Map.NameOf(finding.Anchor) is { } name
            ? finding with { Args = finding.Args.AsImmutableArray().SetItem(0, name) }
            : finding;

    // Where steps could not be read, their names are missing too, and that has been told.
    private bool IsConsequence(Finding finding) => finding.Id switch
    {
        RuleIds.NoSteps => finding.Anchor.Kind is AnchorKind.Plan ? _areStepsLost : Map.IsDamagedGroup(finding.Anchor.Index),
        RuleIds.UnknownDependency or RuleIds.UnboundParameter or RuleIds.NotProvided => _areNamesLost && finding.Suggestion is null,
        _ => false,
    };
}
