using Microsoft.CodeAnalysis;
using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>Reads the parallel groups of one plan, once its steps have been read.</summary>
internal sealed class GroupReader(INamedTypeSymbol type, PlanSymbols symbols, IReadOnlyList<ReadStep> steps, List<Finding> findings)
{
    public List<ReadStep> ReadAll()
    {
        var groups = new List<ReadStep>();
        DependencyReader? dependencies = null;
        foreach (var attribute in StepMethods.GroupsOf(type, symbols))
            groups.Add(Read(attribute, steps.Count + groups.Count, dependencies ??= new([.. steps.Where(static step => step.Method is not null).Select(static step => step.Method!)])));
        return groups;
    }

    private ReadStep Read(AttributeData attribute, int index, DependencyReader dependencies)
    {
        var named = NamedMethod.In(type, attribute);
        var rejected = RejectedNames.In(null, attribute, index, dependencies, named, symbols);
        var model = ModelOf(attribute, dependencies);
        var methods = new MethodReader(type, symbols, findings).Read(named, index, model.Id, null, rejected);
        var result = new GroupResult([.. steps.Where(step => step.Model.Group == model.Id)], model.Parallel!.EffectiveStrategy, symbols);
        model = model with { ResultType = result.Type, When = methods.FirstOrDefault(static method => method.Role is MethodRole.When)?.Model };
        var spec = new StepSpec
        {
            Method = "",
            Cref = "",
            Member = model.ResultType is null ? "" : PascalCase.From(model.ResultKey),
            MemberAccessibility = result.Symbol is null ? "public" : Accessibilities.KeywordsOfNestedMember(type, result.Symbol),
            Methods = methods.Where(static method => method.Spec is not null).Select(static method => method.Spec!).ToEquatableArray(),
        };
        var isUnresolved = rejected.Count > 0 || named.Any(option => option.Symbol is { } method && UnresolvedTypes.AreIn(method, symbols));
        return new(null, result.Symbol, model, spec, IsSupported: true, isUnresolved, rejected) { Methods = methods };
    }

    private static StepModel ModelOf(AttributeData attribute, DependencyReader dependencies) => new()
    {
        Id = attribute.ConstructorArguments.FirstOrDefault() is { Kind: TypedConstantKind.Primitive, Value: string name } ? name : "",
        DeclaredResultKey = Attributes.NamedString(attribute, "ResultKey"),
        DependsOn = dependencies.Read(attribute),
        OnFailure = Attributes.Named(attribute, "OnFailure")?.Value is int policy ? (FailurePolicy)policy : null,
        RunWhen = Attributes.Named(attribute, "RunWhen")?.Value is int ends ? (RunWhen)ends : null,
        Critical = Attributes.Named(attribute, "Critical")?.Value as bool?,
        Timeout = Attributes.NamedDuration(attribute, "Timeout"),
        MaxParallel = Attributes.Named(attribute, "MaxParallel")?.Value as int?,
        Parallel = new()
        {
            Strategy = Attributes.Named(attribute, "Strategy")?.Value is int strategy ? (ParallelStrategy)strategy : null,
            Threshold = Attributes.Named(attribute, "Threshold")?.Value as int?,
        },
    };
}
