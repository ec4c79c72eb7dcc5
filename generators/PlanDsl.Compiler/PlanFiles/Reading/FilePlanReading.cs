using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>A plan file while a plan is made of it: what is known of it so far, and where everybody puts what he finds. For one thread.</summary>
internal sealed class FilePlanReading
{
    private readonly HashSet<(string, int, int)> _told = [];
    private readonly BoundedFindings _found = [];
    private readonly Dictionary<string, (BoundedNearest Names, Dictionary<string, string?> Asked)> _inputsOfPlans = new(StringComparer.Ordinal);
    private readonly LookBudget _looks = new();

    public FilePlanReading(PlanFile file, PlanFilePlace place, FileClassSymbols? type, PlanCatalog catalog)
    {
        (File, Place, Class, Catalog) = (file, place, type, catalog);
        Bindings = new(file.Model);
        Names = MethodNames.Of(this);
        Calls = new(this);
        Types = new(this);
        Inputs = new(file.Model, Fields);
        Environment = new(this);
        Elements = new(this);
    }

    public PlanFile File { get; }

    public PlanModel Model => File.Model;

    public PlanFilePlace Place { get; }

    /// <summary>The class; <see langword="null"/> where no class names the file.</summary>
    public FileClassSymbols? Class { get; }

    public PlanCatalog Catalog { get; }

    /// <summary>Finds the id of a plan that was probably meant.</summary>
    public BoundedNearest PlanIds => field ??= new([.. Catalog.Plans.Select(static plan => plan.Id).Distinct(StringComparer.Ordinal)]);

    /// <summary>The input of a plan that was probably meant; <see langword="null"/> if there is none, and where too many have been asked for. The same however often
    /// it is asked, since one method may be written several times and nothing is to be told twice.</summary>
    /// <param name="plan">The plan, which a step runs.</param>
    /// <param name="name">What it has no input of.</param>
    public string? NearestInput(CatalogPlan plan, string name)
    {
        if (!_inputsOfPlans.TryGetValue(plan.Id, out var inputs))
            _inputsOfPlans.Add(plan.Id, inputs = (new([.. plan.Inputs.Select(static input => input.Name)], _looks), new(StringComparer.Ordinal)));
        if (!inputs.Asked.TryGetValue(name, out var nearest))
            inputs.Asked.Add(name, nearest = inputs.Names.To(name));
        return nearest;
    }

    /// <summary>The plans that not everybody can name.</summary>
    public CatalogPlan[] HiddenPlans => field ??= [.. Catalog.Plans.Where(static plan => !plan.IsPublic)];

    /// <summary>What the names of the file mean.</summary>
    public PlanBindings Bindings { get; }

    /// <summary>The names of generated methods.</summary>
    public MethodNames Names { get; }

    /// <summary>The methods that its steps call.</summary>
    public BoundCalls Calls { get; }

    /// <summary>The types of what its steps return.</summary>
    public ResultTypes Types { get; }

    /// <summary>Its inputs.</summary>
    public FileInputs Inputs { get; }

    /// <summary>The environment that it declares for all its steps.</summary>
    public PlanEnvironment Environment { get; }

    /// <summary>Where the plans come from that it runs.</summary>
    public PlanInstances Instances => field ??= new(this);

    /// <summary>What its fan-outs go through.</summary>
    public ElementSources Elements { get; }

    /// <summary>The static fields of its methods.</summary>
    public CodeFields Fields { get; } = new();

    /// <summary>The methods that have been written.</summary>
    public List<LoweredMethod> Methods { get; } = [];

    /// <summary>The ids of the plans that its methods run.</summary>
    public SortedSet<string> Runs { get; } = new(StringComparer.Ordinal);

    /// <summary>The steps that call a method with a type that does not exist when generators run.</summary>
    public HashSet<int> Unresolved { get; } = [];

    /// <summary>What is wrong in the file and the rules do not find.</summary>
    public BoundedFindings FileFindings => _found;

    /// <summary>What is wrong in the class.</summary>
    public List<Finding> ClassFindings { get; } = [];

    /// <summary>What the file alone tells of the plan.</summary>
    public PlanAnalysis Analysis => field ??= new(Model, TypeFacts.None, Wording.PlanFile) { Bindings = Bindings };

    /// <summary>Why a result may be absent to a step that binds it; <see langword="null"/> if it is not.</summary>
    public string? WhyAbsent(Binding binding) => OptionalIntoNonNullableRule.ReasonInThePlan(Analysis, binding);

    /// <summary>Adds what is wrong with the value, or the name, at the end of a way through the object of a step.</summary>
    public void Report(string id, int step, MethodRole role, TextPlace at, EquatableArray<string> args, string? suggestion = null, bool isName = false) =>
        Add(new(id, Anchor.Text(File.Map.FindValue(step, role, at.Segments, isName)), args) { Suggestion = suggestion });

    /// <summary>Adds what does not fit in the texts of a method.</summary>
    public void Report(int step, IEnumerable<CodeFault> faults)
    {
        (MethodRole Role, TextPlace Place, string Text)? condition = null;
        foreach (var fault in faults)
        {
            // What could not be read has been told of, and what is said of the rest may be wrong.
            var value = File.Map.FindValue(step, fault.Role, fault.Place.Segments);
            if (IsUnreadWithin(value))
                continue;
            var args = fault.RuleId == RuleIds.InvalidCondition ? [fault.Args[0], TextOf(fault), .. fault.Args.Skip(2)] : fault.Args;
            Add(new(fault.RuleId, Anchor.Text(File.Map.FindText(step, fault.Role, fault.Place.Segments, fault.Start, fault.Length)), args) { Suggestion = fault.Suggestion });
        }

        // A condition is shown as its author has written it. It may be long, and have very many faults.
        string TextOf(CodeFault fault)
        {
            if (condition is not { } known || known.Role != fault.Role || !ReferenceEquals(known.Place, fault.Place))
                condition = known = (fault.Role, fault.Place, Finding.Cut(File.Map.TextOf(step, fault.Role, fault.Place.Segments)));
            return known.Text;
        }
    }

    // Where texts are that could not be read, ascending.
    private int[] Unread => field ??= [.. File.Findings
        .Where(static finding => finding.Id is RuleIds.InvalidCondition or RuleIds.InvalidTemplate).Select(static finding => finding.Anchor.TextSpan.Start).OrderBy(static start => start)];

    private bool IsUnreadWithin(TextSpan whole)
    {
        var first = Array.BinarySearch(Unread, whole.Start);
        first = first < 0 ? ~first : first;
        return first < Unread.Length && Unread[first] < whole.Start + whole.Length;
    }

    // One method may be written several times, and one text stand for several findings.
    private void Add(Finding finding)
    {
        if (_told.Add((finding.Id, finding.Anchor.TextSpan.Start, StringComparer.Ordinal.GetHashCode(finding.Message))))
            _found.Add(finding);
    }
}
