using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>Reads <c>DependsOn</c>, of steps and of groups alike. The name of a step's method means that step; everything else is
/// left as written, for the rules to judge.</summary>
internal sealed class DependencyReader
{
    /// <summary>The property of the attributes.</summary>
    public const string Option = "DependsOn";

    private readonly Dictionary<string, string> _idsByMethod = new(StringComparer.Ordinal);

    public DependencyReader(INamedTypeSymbol type, PlanSymbols symbols)
    {
        foreach (var method in StepMethods.Of(type, symbols))
            _idsByMethod[method.Name] = StepMethods.IdOf(method.Name);
    }

    /// <summary>The ids that <paramref name="attribute"/> names.</summary>
    public EquatableArray<string> Read(AttributeData attribute) => Written(attribute).Select(IdOf).ToEquatableArray();

    /// <summary>What is written in <paramref name="attribute"/>.</summary>
    public static ImmutableArray<TypedConstant> Written(AttributeData attribute) =>
        Attributes.Named(attribute, Option) is { Kind: TypedConstantKind.Array, IsNull: false } names ? names.Values : [];

    /// <summary>Whether what is written is the name of a step's method.</summary>
    public bool IsMethod(TypedConstant name) => name.Value is string text && _idsByMethod.ContainsKey(text);

    private string IdOf(TypedConstant name) => name.Value is not string text ? "" : _idsByMethod.TryGetValue(text, out var id) ? id : text;
}
