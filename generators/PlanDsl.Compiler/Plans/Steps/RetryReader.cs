using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>Reads what a step says of retries. The types of exception are judged here (PLAN0302): rules see their names only.</summary>
internal sealed class RetryReader(PlanSymbols symbols)
{
    /// <summary>What is declared; <see langword="null"/> where nothing is.</summary>
    public RetryModel? Read(AttributeData attribute)
    {
        if (attribute.NamedArguments.IsEmpty)
            return null;
        var retry = new RetryModel
        {
            Retries = Attributes.Named(attribute, "Retries")?.Value as int?,
            Delay = Attributes.NamedDuration(attribute, "RetryDelay"),
            MaxDelay = Attributes.NamedDuration(attribute, "RetryMaxDelay"),
            Backoff = Attributes.Named(attribute, "RetryBackoff")?.Value is int backoff ? (RetryBackoff)backoff : null,
            RetryOn = RefsOf(attribute, "RetryOn"),
            NoRetryOn = RefsOf(attribute, "NoRetryOn"),
        };
        return retry == Nothing ? null : retry;
    }

    /// <summary>Whether a type that it names does not exist.</summary>
    public bool NamesUnresolved(AttributeData attribute) =>
        TypesOf(attribute, "RetryOn").Any(IsUnresolved) || TypesOf(attribute, "NoRetryOn").Any(IsUnresolved);

    /// <summary>Adds what is wrong with the types that the step <paramref name="id"/> names.</summary>
    public void Judge(AttributeData attribute, Anchor step, string id, List<Finding> findings)
    {
        Judge(TypesOf(attribute, "RetryOn"), step, PropertyNames.RetryOn, id, findings);
        Judge(TypesOf(attribute, "NoRetryOn"), step, PropertyNames.NoRetryOn, id, findings);
        if (Attributes.Named(attribute, "Retries")?.Value is > 0)
            JudgeTogether(TypesOf(attribute, "RetryOn"), TypesOf(attribute, "NoRetryOn"), step, id, findings);
    }

    private static RetryModel Nothing { get; } = new();

    private void Judge(ImmutableArray<ITypeSymbol?> types, Anchor step, string property, string id, List<Finding> findings)
    {
        for (var i = 0; i < types.Length; i++)
        {
            if (!IsUnresolved(types[i]) && FaultOf(types[i]) is { } fault)
                findings.Add(new(RuleIds.InvalidRetry, step.At(property, i), [Wording.CSharp[property], id, $"lists '{RefOf(types[i]).Display}', {fault}"]));
        }
    }

    // What goes first may leave nothing of the other. One type in both is the rules' to find.
    private void JudgeTogether(ImmutableArray<ITypeSymbol?> retried, ImmutableArray<ITypeSymbol?> excluded, Anchor step, string id, List<Finding> findings)
    {
        for (var i = 0; i < retried.Length; i++)
        {
            if (excluded.FirstOrDefault(type => DerivesFrom(retried[i]?.BaseType, type)) is { } wider)
                findings.Add(Fault(PropertyNames.RetryOn, i, $"lists '{RefOf(retried[i]).Display}', which {Wording.CSharp[PropertyNames.NoRetryOn]} excludes with '{RefOf(wider).Display}'; keep it in one of them"));
        }

        for (var i = 0; i < excluded.Length && retried.IsEmpty; i++)
        {
            if (SymbolEqualityComparer.Default.Equals(excluded[i], symbols.Exception))
                findings.Add(Fault(PropertyNames.NoRetryOn, i, "lists 'Exception', so that nothing is ever tried again; list what derives from it"));
        }

        Finding Fault(string property, int item, string fault) => new(RuleIds.InvalidRetry, step.At(property, item), [Wording.CSharp[property], id, fault]);
    }

    private string? FaultOf(ITypeSymbol? type)
    {
        if (type is null)
            return "which is no type; write typeof(…) of an exception";
        if (!IsException(type))
            return "which is no type of exception; name types that derive from Exception";
        return IsUnbound(type)
            ? "which no exception is ever an instance of; write its type arguments"
            : StepTypes.FaultOf(type);
    }

    private static bool DerivesFrom(ITypeSymbol? type, ITypeSymbol? ancestor)
    {
        for (; type is not null && ancestor is not null; type = type.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(type, ancestor))
                return true;
        }

        return false;
    }

    private bool IsException(ITypeSymbol type) => DerivesFrom(type.OriginalDefinition, symbols.Exception);

    private EquatableArray<TypeRef>? RefsOf(AttributeData attribute, string name) =>
        Listed(attribute, name) is null ? null : TypesOf(attribute, name).Select(RefOf).ToEquatableArray();

    private TypeRef RefOf(ITypeSymbol? type) =>
        type is null ? new("dynamic", "null") : IsUnresolved(type) ? UnresolvedTypes.Placeholder(type) : TypeNames.Ref(type);

    // What stands for the arguments of an unbound type does not exist either.
    private bool IsUnresolved(ITypeSymbol? type) => type is not null && !IsUnbound(type) && UnresolvedTypes.AreIn(type, symbols);

    private static bool IsUnbound(ITypeSymbol type) => type is INamedTypeSymbol { IsUnboundGenericType: true };

    private static ImmutableArray<ITypeSymbol?> TypesOf(AttributeData attribute, string name) =>
        Listed(attribute, name) is { } types ? [.. types.Values.Select(static type => type.Value as ITypeSymbol)] : [];

    private static TypedConstant? Listed(AttributeData attribute, string name) =>
        Attributes.Named(attribute, name) is { Kind: TypedConstantKind.Array, IsNull: false } types ? types : null;
}
