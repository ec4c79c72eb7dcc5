using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>Reads the steps of one plan.</summary>
internal sealed class StepReader(INamedTypeSymbol type, PlanSymbols symbols, List<Finding> findings)
{
    private readonly ImmutableArray<IMethodSymbol> _steps = StepMethods.Of(type, symbols);
    private readonly HashSet<int> _madeByOtherGenerators = UnresolvedMarker.Read(type);
    private readonly RetryReader _retries = new(symbols);
    private readonly MethodReader _methods = new(type, symbols, findings);
    private readonly SubPlanReader _subPlans = new(type, symbols);
    private readonly SignalReader _signals = new(symbols);
    private DependencyReader? _dependencies;
    private bool _isForInputs;

    private DependencyReader Dependencies => _dependencies ??= new(_steps);

    public List<ReadStep> ReadAll(CancellationToken cancellationToken)
    {
        var steps = new List<ReadStep>(_steps.Length);
        foreach (var method in _steps)
        {
            cancellationToken.ThrowIfCancellationRequested();
            steps.Add(Read(method, steps.Count));
        }

        return steps;
    }

    /// <summary>Reads no more of a plan than it takes to know its inputs: not the plans that it runs, which may be the one that asks.</summary>
    public static StepReader ForInputs(INamedTypeSymbol plan, PlanSymbols symbols) => new(plan, symbols, []) { _isForInputs = true };

    private ReadStep Read(IMethodSymbol method, int index)
    {
        var returned = StepReturn.Of(method, symbols);
        var attribute = Attribute(method);
        var id = StepMethods.IdOf(method.Name);
        var named = NamedMethod.In(type, attribute);
        var rejected = RejectedNames.In(method, attribute, index, Dependencies, named, symbols);
        var hasUnknownTypes = UnresolvedTypes.AreIn(method, symbols) || (attribute is not null && _retries.NamesUnresolved(attribute))
            || _subPlans.NamesUnresolved(attribute) || _signals.IsRejected(method);
        var isUnresolved = hasUnknownTypes || rejected.Count > 0 || NamesUnresolved(named);
        var subPlan = _isForInputs ? null : _subPlans.Read(method, attribute);
        var isSound = Judge(method, attribute, returned, (index, id), isUnresolved, subPlan);
        var isSupported = isSound && !hasUnknownTypes;
        var methods = _methods.Read(named, index, id, isSupported ? returned : null, rejected);
        var model = ModelOf(method, attribute, id, returned, isSound, methods, subPlan?.Model);
        var result = isSupported ? returned.Value : null;
        if (model.Element is not null && result is not null)
        {
            result = ArrayTypes.Of(model.EffectiveOnFailure is FailurePolicy.Continue ? ArrayTypes.Absentable(result, symbols) : result, symbols);
            model = model with { ElementResultType = model.ResultType, ResultType = symbols.Ref(result) };
        }

        var member = model.ResultType is null ? "" : PascalCase.From(model.ResultKey);
        var spec = SpecOf(method, returned, member, hasUnknownTypes, methods, subPlan?.SpecFor(method, symbols));
        return new(method, result, model, spec, isSupported, isUnresolved, rejected) { Methods = methods, Returned = isSupported ? returned.Value : null };
    }

    // Most steps name none, and nothing is made for them.
    private bool NamesUnresolved(IReadOnlyList<NamedMethod> named)
    {
        for (var i = 0; i < named.Count; i++)
        {
            if (named[i].Symbol is { } method && UnresolvedTypes.AreIn(method, symbols))
                return true;
        }

        return false;
    }

    private bool Judge(IMethodSymbol method, AttributeData? attribute, StepReturn returned, (int Index, string Id) step, bool isUnresolved, ReadSubPlan? subPlan)
    {
        var index = step.Index;
        if (ReservedNames.IsReservedMethod(method.Name))
            findings.Add(new(RuleIds.InvalidName, Anchor.Step(index), [method.Name, "the name of a step", "a member of that name is generated or inherited; choose another name"]));

        // A type that even now does not exist is C#'s to report.
        var fault = _madeByOtherGenerators.Contains(index) && !isUnresolved
            ? (Anchor.Step(index), "a type that it names is made by another generator, and generators do not see each other's output; declare it in source or in a referenced project")
            : StepSignature.FaultOf(method, index, returned, symbols)
                ?? (isUnresolved || _isForInputs ? null : _subPlans.FaultOf(method, index, attribute, subPlan))
                ?? _signals.FaultOf(method, index);
        if (fault is var (anchor, text))
            findings.Add(new(RuleIds.UnsupportedSignature, anchor, [method.Name, text]));
        else if (!isUnresolved)
            findings.AddRange(SubPlanReader.FaultsOfInputs(index, step.Id, subPlan));
        if (attribute is not null)
            _retries.Judge(attribute, Anchor.Step(index), step.Id, findings);
        return fault is null;
    }

    private StepModel ModelOf(
        IMethodSymbol method, AttributeData? attribute, string id, StepReturn returned, bool isSound, IReadOnlyList<ReadMethod> methods, SubPlanModel? subPlan) => new()
    {
        Id = id,
        SubPlan = subPlan,
        Signal = _signals.Read(method),
        DeclaredResultKey = attribute is null ? null : Attributes.NamedString(attribute, "ResultKey"),
        ResultType = returned.Value is not { } value ? null
            : isSound && !UnresolvedTypes.AreIn(value, symbols) ? symbols.Ref(value)
            : UnresolvedTypes.Placeholder(value),
        IsAsync = returned.IsAsync || returned.Kind is ReturnKind.Stream,
        Stream = returned.Kind is ReturnKind.Stream ? StreamOf(method) : null,
        Parameters = ParameterReader.ReadAll(method, symbols),
        DependsOn = attribute is null ? [] : Dependencies.Read(attribute),
        Group = attribute is null ? null : Attributes.NamedString(attribute, "Group"),
        MaxParallel = (attribute is null ? null : Attributes.Named(attribute, "MaxParallel"))?.Value as int?,
        OnFailure = (attribute is null ? null : Attributes.Named(attribute, "OnFailure"))?.Value is int policy ? (FailurePolicy)policy : null,
        Critical = (attribute is null ? null : Attributes.Named(attribute, "Critical"))?.Value as bool?,
        Timeout = _signals.TimeoutOf(method) ?? (attribute is null ? null : Attributes.NamedDuration(attribute, "Timeout")),
        TotalTimeout = attribute is null ? null : Attributes.NamedDuration(attribute, "TotalTimeout"),
        Retry = attribute is null ? null : _retries.Read(attribute),
        Pipeline = attribute is null ? null : Attributes.NamedString(attribute, "Pipeline"),
        MaxIterations = (attribute is null ? null : Attributes.Named(attribute, "MaxIterations"))?.Value as int?,
        OnExhausted = (attribute is null ? null : Attributes.Named(attribute, "OnExhausted"))?.Value is int end ? (OnExhausted)end : null,
        RunWhen = (attribute is null ? null : Attributes.Named(attribute, "RunWhen"))?.Value is int ends ? (RunWhen)ends : null,
        When = ModelFor(MethodRole.When, methods),
        RepeatUntil = ModelFor(MethodRole.RepeatUntil, methods),
        Fallback = ModelFor(MethodRole.Fallback, methods),
        Compensate = ModelFor(MethodRole.Compensate, methods),
    };

    private static MethodModel? ModelFor(MethodRole role, IReadOnlyList<ReadMethod> methods)
    {
        for (var i = 0; i < methods.Count; i++)
        {
            if (methods[i].Role == role)
                return methods[i].Model;
        }

        return null;
    }

    private StreamModel StreamOf(IMethodSymbol method)
    {
        var stream = (INamedTypeSymbol)method.ReturnType.WithNullableAnnotation(NullableAnnotation.NotAnnotated);
        return UnresolvedTypes.AreIn(stream, symbols)
            ? new(UnresolvedTypes.Placeholder(stream), UnresolvedTypes.Placeholder(stream.TypeArguments[0]))
            : new(symbols.Ref(stream), symbols.Ref(stream.TypeArguments[0]));
    }

    private StepSpec SpecOf(
        IMethodSymbol method, StepReturn returned, string member, bool isUnresolved, IReadOnlyList<ReadMethod> methods, SubPlanSpec? subPlan) => new()
    {
        SubPlan = subPlan,
        Implementation = ImplementationOf(method),
        Method = TypeNames.Escape(method.Name),
        Cref = isUnresolved ? "" : StepCrefs.Of(method, symbols),
        IsStatic = method.IsStatic,
        IsOverloaded = Overloads.Has(type, method),
        Returns = returned.Kind,
        IsValueTask = returned.IsAsync && method.ReturnType.IsValueType,
        Member = member,
        MemberAccessibility = returned.Value is null || UnresolvedTypes.AreIn(returned.Value, symbols) ? "public" : Accessibilities.KeywordsOfNestedMember(type, returned.Value),
        Methods = methods.Count == 0 ? [] : methods.Where(static method => method.Spec is not null).Select(static method => method.Spec!).ToEquatableArray(),
    };

    // Also where the plan is invalid, since C# asks for it all the same; but not where C# would say of our part once more what it says
    // of the author's.
    private string ImplementationOf(IMethodSymbol method) =>
        PartialMethods.AreGeneratedFor(method, symbols) && PartialMethods.HasAccessibility(method) && !UnresolvedTypes.AreIn(method, symbols)
            ? PartialMethods.HeadOf(method)
            : "";

    private AttributeData? Attribute(IMethodSymbol method) => Attributes.Find(method, symbols.Step);
}
