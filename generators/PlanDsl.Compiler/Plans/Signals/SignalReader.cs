using Microsoft.CodeAnalysis;
using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>Reads which signal a step waits for, and says why it cannot: PLAN0006.</summary>
internal sealed class SignalReader(PlanSymbols symbols)
{
    private readonly Dictionary<string, (string Method, ITypeSymbol? Value)> _first = new(StringComparer.Ordinal);

    /// <summary>The signal that <paramref name="method"/> waits for; <see langword="null"/> for none, and where C# has rejected
    /// its name.</summary>
    public SignalModel? Read(IMethodSymbol method) => NameOf(method) is { } name ? new(name) : null;

    /// <summary>How long it waits at most; <see langword="null"/> where <c>[Signal]</c> does not say.</summary>
    public Duration? TimeoutOf(IMethodSymbol method) =>
        AttributeOf(method) is { } attribute ? Attributes.NamedDuration(attribute, "Timeout") : null;

    /// <summary>Whether C# has rejected the name of the signal.</summary>
    public bool IsRejected(IMethodSymbol method) => AttributeOf(method) is not null && NameOf(method) is null;

    /// <summary>The first fault of a step that is to wait, and where it is; <see langword="null"/> if there is none. Asked once for
    /// each step, in their order.</summary>
    public (Anchor Anchor, string Text)? FaultOf(IMethodSymbol method, int step)
    {
        if (NameOf(method) is not { } name)
            return null;
        var anchor = Anchor.Step(step);
        if (PartialMethods.FaultOf(method, symbols, $"it waits for signal '{name}'") is { } fault)
            return (anchor, fault);
        if (FaultOfStep(method) is var (property, text))
            return (anchor.At(property), text);
        if (StepReturn.Of(method, symbols) is not { IsAsync: true } returned)
            return (anchor, $"it waits for signal '{name}', which takes time; return 'Task<T>' of what the signal brings, or 'Task'");
        if (method.Parameters.FirstOrDefault(IsGiven) is { } parameter)
            return (Anchor.StepParameter(step, parameter.Ordinal), $"it waits for signal '{name}', and nobody reads parameter '{parameter.Name}'; remove it, and name the steps before it in DependsOn");
        return FaultOfValue(method, name, returned.Value) is { } disagreement ? (anchor, disagreement) : null;
    }

    private (string Property, string Text)? FaultOfStep(IMethodSymbol method) => Attributes.Find(method, symbols.Step) switch
    {
        null => null,
        var step when Attributes.Named(step, "Plan") is not null => (PropertyNames.Plan, "it waits for a signal, and is to run a plan as well; make two steps of it"),
        var step when Attributes.Named(step, "Timeout") is not null && TimeoutOf(method) is not null => (PropertyNames.Timeout, "[Signal] and [Step] both give it a Timeout; keep one of them"),
        _ => null,
    };

    private string? FaultOfValue(IMethodSymbol method, string name, ITypeSymbol? value)
    {
        if (!_first.TryGetValue(name, out var first))
            _first.Add(name, (method.Name, value));
        else if (!SymbolEqualityComparer.Default.Equals(first.Value, value))
            return $"it waits for signal '{name}' with {Spell(value)}, but step '{first.Method}' does with {Spell(first.Value)}; give the two one type, or the signals two names";
        return null;
    }

    private static string Spell(ITypeSymbol? value) => value is null ? "no value" : $"'{TypeNames.Ref(value).Display}'";

    private bool IsGiven(IParameterSymbol parameter) => ParameterReader.Read(parameter, symbols).Kind is not ParameterKind.CancellationToken;

    private AttributeData? AttributeOf(IMethodSymbol method) => Attributes.Find(method, symbols.Signal);

    private string? NameOf(IMethodSymbol method) =>
        AttributeOf(method)?.ConstructorArguments.FirstOrDefault() is { Kind: TypedConstantKind.Primitive } name ? name.Value as string ?? "" : null;
}
