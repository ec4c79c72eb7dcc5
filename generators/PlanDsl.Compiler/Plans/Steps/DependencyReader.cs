using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>Reads <c>DependsOn</c>, of steps and of groups alike. The name of a step's method means that step; everything else is
/// left as written, for the rules to judge.</summary>
/// <param name="steps">The methods of the steps.</param>
internal sealed class DependencyReader(ImmutableArray<IMethodSymbol> steps)
{
    /// <summary>The property of the attributes.</summary>
    public const string Option = "DependsOn";

    // Most plans name no step.
    private Dictionary<string, string>? _idsByMethod;

    /// <summary>The ids that <paramref name="attribute"/> names.</summary>
    public EquatableArray<string> Read(AttributeData attribute) =>
        Written(attribute) is { IsEmpty: false } names ? names.Select(IdOf).ToEquatableArray() : [];

    /// <summary>What is written in <paramref name="attribute"/>.</summary>
    public static ImmutableArray<TypedConstant> Written(AttributeData attribute) =>
        Attributes.Named(attribute, Option) is { Kind: TypedConstantKind.Array, IsNull: false } names ? names.Values : [];

    /// <summary>Whether what is written is the name of a step's method.</summary>
    public bool IsMethod(TypedConstant name) => name.Value is string text && IdsByMethod().ContainsKey(text);

    private string IdOf(TypedConstant name) => name.Value is not string text ? "" : IdsByMethod().TryGetValue(text, out var id) ? id : text;

    private Dictionary<string, string> IdsByMethod()
    {
        if (_idsByMethod is not null)
            return _idsByMethod;
        _idsByMethod = new(steps.Length, StringComparer.Ordinal);
        foreach (var method in steps)
            _idsByMethod[method.Name] = StepMethods.IdOf(method.Name);
        return _idsByMethod;
    }
}
