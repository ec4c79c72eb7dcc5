using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>Reads a class marked <c>[Plan]</c>: what it declares, and everything that is wrong with it. Generator and analyzers
/// both ask here, so that they cannot disagree.</summary>
public static class PlanReader
{
    /// <summary>The plan that <paramref name="type"/> declares. Two readings of the same declarations are equal.</summary>
    /// <param name="type">A type marked <c>[Plan]</c>.</param>
    /// <param name="symbols">The known types of its compilation.</param>
    /// <param name="cancellationToken">Ends the reading with an <see cref="OperationCanceledException"/>.</param>
    public static PlanSpec Read(INamedTypeSymbol type, PlanSymbols symbols, CancellationToken cancellationToken)
    {
        var findings = new List<Finding>();
        PlanShape.Check(type, symbols, findings);
        if (type.TypeKind is TypeKind.Interface)
            return Empty(type, findings);

        var steps = new StepReader(type, symbols, findings).ReadAll(cancellationToken);
        steps.AddRange(new GroupReader(type, symbols, steps, findings).ReadAll());
        StreamBindings.Resolve(steps, symbols);
        var inputs = InputReader.Read(steps, symbols, findings);
        var model = ModelOf(type, symbols, steps, inputs);
        var taken = TakenNames.Find(type, inputs, symbols, findings);
        cancellationToken.ThrowIfCancellationRequested();

        var bindings = new PlanBindings(model);
        var graph = PlanGraph.From(model, bindings);
        var optional = OptionalResults.Of(model, bindings.Live?.StartsOf(graph) ?? graph, bindings);
        var types = RecordedTypes.AddTo(new TypeFactsReader(steps, inputs, symbols).Read(bindings), type, steps, inputs, symbols);
        var analysis = new PlanAnalysis(model, types, Wording.CSharp) { Bindings = bindings, Graph = graph };
        AddNew(findings, type, steps, symbols, PlanRules.Check(analysis).Select(new MissingSteps(type, steps, model, symbols).Named));
        return new()
        {
            Model = model,
            Type = TypeSpecReader.Read(type),
            Steps = SpecsOf(steps, optional, model, bindings, types),
            Inputs = inputs.Select(static input => input.Spec).ToEquatableArray(),
            MemberAccessibility = Accessibilities.Keywords(Accessibilities.OfMember(type, [])),
            EntryAccessibility = Accessibilities.Keywords(Accessibilities.OfMember(type, inputs.Select(static input => input.Type))),
            TakenNames = taken,
            IsConstructible = type.IsValueType || SubPlanInstance.IsConstructible(type),
            UnresolvedSteps = Enumerable.Range(0, steps.Count).Where(index => steps[index].IsUnresolved).ToEquatableArray(),
            Findings = SharedMethods.SaidOnce(findings, steps).ToEquatableArray(),
        };
    }

    /// <summary>The id of the plan that <paramref name="type"/> declares, without reading the rest of it.</summary>
    public static string IdOf(INamedTypeSymbol type, PlanSymbols symbols) =>
        (Attributes.Find(type, symbols.Plan) is { } attribute ? Attributes.NamedString(attribute, "Id") : null) ?? DefaultIdOf(type);

    private static void AddNew(List<Finding> findings, INamedTypeSymbol type, IReadOnlyList<ReadStep> steps, PlanSymbols symbols, IEnumerable<Finding> judged)
    {
        var consequences = new Consequences(findings, type, steps, symbols);
        findings.AddRange(judged.Where(finding => !consequences.Contains(finding)).Select(finding => NamingMethods(finding, steps)));
    }

    // The rules know ids only; whoever wrote the methods may not see at once how two of them come to have one.
    private static Finding NamingMethods(Finding finding, IReadOnlyList<ReadStep> steps)
    {
        if (finding.Id != RuleIds.DuplicateStepId || steps[finding.Anchor.Index].Model.Id != steps[finding.Related[0].Index].Model.Id)
            return finding;
        var (name, first) = (steps[finding.Anchor.Index].Method?.Name, steps[finding.Related[0].Index].Method?.Name);
        var taker = first is null ? "another group"
            : name is null ? $"method '{first}'"
            : name == first ? $"another '{first}'"
            : name.Length == first.Length ? $"method '{first}'"
            : $"method '{first}' (ids leave out 'Async')";
        return finding with { Args = [finding.Args[0], finding.Args[1], taker] };
    }

    // What is known of a step only when all have been read.
    private static EquatableArray<StepSpec> SpecsOf(List<ReadStep> steps, StepSet optional, PlanModel model, PlanBindings bindings, TypeFacts types)
    {
        var specs = ImmutableArray.CreateBuilder<StepSpec>(steps.Count);
        for (var index = 0; index < steps.Count; index++)
        {
            var (isOptional, element) = (optional.Contains(index), ElementOf(model, bindings, types, index));
            specs.Add(isOptional || element.Length > 0 ? steps[index].Spec with { IsOptionalInResults = isOptional, ElementType = element } : steps[index].Spec);
        }

        return new(specs.MoveToImmutable());
    }

    // As generated code spells it; the empty string where the step goes through nothing, or where that is not known.
    private static string ElementOf(PlanModel model, PlanBindings bindings, TypeFacts types, int step)
    {
        if (model.Steps[step].Element is not { } element)
            return "";
        var source = bindings.ProducerOf(element.Key) is >= 0 and var producer
            ? model.Steps[producer].ResultType
            : model.Inputs.FirstOrDefault(input => input.Name == element.Key)?.Type;
        return types.Elements.FirstOrDefault(known => known.Collection == source?.Name)?.Element is { } type ? TypeNames.Declared(type) : "";
    }

    private static PlanModel ModelOf(INamedTypeSymbol type, PlanSymbols symbols, IReadOnlyList<ReadStep> steps, IReadOnlyList<ReadInput> inputs)
    {
        var attribute = Attributes.Find(type, symbols.Plan);
        return new()
        {
            Id = IdOf(type, symbols),
            MaxParallel = (attribute is null ? null : Attributes.Named(attribute, "MaxParallel"))?.Value as int?,
            MaxDepth = (attribute is null ? null : Attributes.Named(attribute, "MaxDepth"))?.Value as int?,
            MaxSteps = (attribute is null ? null : Attributes.Named(attribute, "MaxSteps"))?.Value as int?,
            Timeout = attribute is null ? null : Attributes.NamedDuration(attribute, "Timeout"),
            DefaultTimeout = attribute is null ? null : Attributes.NamedDuration(attribute, "DefaultTimeout"),
            Inputs = inputs.Select(static input => input.Model).ToEquatableArray(),
            Steps = steps.Select(static step => step.Model).ToEquatableArray(),
        };
    }

    // A type that is local to its file has a metadata name that no author wrote.
    private static string DefaultIdOf(INamedTypeSymbol type) => type.IsFileLocal ? type.Name : TypeSpecReader.MetadataName(type);

    private static PlanSpec Empty(INamedTypeSymbol type, List<Finding> findings) => new()
    {
        Model = new() { Id = TypeSpecReader.MetadataName(type) },
        Type = TypeSpecReader.Read(type),
        Steps = [],
        Inputs = [],
        Findings = findings.ToEquatableArray(),
    };
}
