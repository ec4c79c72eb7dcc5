using Microsoft.CodeAnalysis;
using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>Asks C# which results cannot be given to the parameters that bind them, and what fan-outs go through.</summary>
internal sealed class TypeFactsReader(IReadOnlyList<ReadStep> steps, IReadOnlyList<ReadInput> inputs, PlanSymbols symbols)
{
    private readonly HashSet<TypePair> _judged = [];
    private readonly List<TypePair> _mismatches = [];
    private readonly Dictionary<string, ElementType> _elements = new(StringComparer.Ordinal);

    public TypeFacts Read(PlanBindings bindings)
    {
        for (var step = 0; step < steps.Count; step++)
        {
            foreach (var binding in bindings.BindingsOf(step))
            {
                if (binding.Parameter.TakesLastElement || TypeOf(steps[step], binding) is not { } to)
                    continue;
                if (binding.Parameter.Kind is ParameterKind.Element)
                    ReadElement(binding, to);
                else if (binding.Producer >= 0 && SymbolOf(binding) is { } from)
                    Judge(from, NameOf(binding), to, binding.Parameter.Type.Name);
            }
        }

        return _mismatches.Count == 0 && _elements.Count == 0
            ? TypeFacts.None
            : new(_mismatches.ToEquatableArray()) { Elements = _elements.Values.ToEquatableArray() };
    }

    /// <summary>Whether a value of <paramref name="from"/> can be used as one of <paramref name="to"/>. A value type that may be
    /// absent, given to one that must not be, is PLAN0204: the types themselves fit.</summary>
    public static bool Fits(ITypeSymbol from, ITypeSymbol to, Compilation compilation)
    {
        if (UnresolvedTypes.IsYetToBeGenerated(from) || UnresolvedTypes.IsYetToBeGenerated(to))
            return true;
        if (to.IsValueType && !IsNullable(to) && IsNullable(from))
            from = ((INamedTypeSymbol)from).TypeArguments[0];
        return compilation.ClassifyCommonConversion(from, to) is { Exists: true, IsImplicit: true };
    }

    private void ReadElement(Binding binding, ITypeSymbol to)
    {
        var input = binding.Producer < 0 ? inputs.FirstOrDefault(input => input.Model.Name == binding.Parameter.Key) : null;
        var source = binding.Producer >= 0 ? steps[binding.Producer].Result : input?.Type;
        if (source is null || UnresolvedTypes.IsYetToBeGenerated(source))
            return;

        var name = (binding.Producer >= 0 ? steps[binding.Producer].Model.ResultType! : input!.Model.Type).Name;
        var element = ArrayTypes.ElementOf(source, symbols);
        _elements[name] = new(name, element is null ? null : symbols.Ref(element));
        if (element is not null)
            Judge(element, symbols.Ref(element).Name, to, binding.Parameter.Type.Name);
    }

    private void Judge(ITypeSymbol from, string fromName, ITypeSymbol to, string toName)
    {
        var pair = new TypePair(fromName, toName);
        if (pair.From != pair.To && _judged.Add(pair) && !(Fits(from, to, symbols) && !ClashesWithin(from, to, symbols)))
            _mismatches.Add(pair);
    }

    private ITypeSymbol? SymbolOf(Binding binding) => binding.IsOwnResult ? steps[binding.Producer].Returned
        : IsLive(binding) ? steps[binding.Producer].Method!.ReturnType
        : steps[binding.Producer].Result;

    private string NameOf(Binding binding)
    {
        var producer = steps[binding.Producer].Model;
        if (IsLive(binding))
            return producer.Stream!.Type.Name;
        return (binding.IsOwnResult ? producer.ReturnedType : producer.ResultType)!.Name;
    }

    private bool IsLive(Binding binding) => binding.Parameter.IsLive && steps[binding.Producer].Model.Stream is not null;

    // With an outcome the value is asked for apart from its absence, so that the value's type is taken as it is.
    private static bool Fits(ITypeSymbol from, ITypeSymbol to, PlanSymbols symbols) =>
        ParameterReader.OutcomeType(to, symbols) is { } value && ParameterReader.OutcomeType(from, symbols) is null
            ? (!IsNullable(from) || IsNullable(value) || !value.IsValueType) && Fits(from, value, symbols.Compilation)
            : Fits(from, to, symbols.Compilation);

    private static bool ClashesWithin(ITypeSymbol from, ITypeSymbol to, PlanSymbols symbols) =>
        NestedNullability.Clashes(from, ParameterReader.OutcomeType(from, symbols) is null ? ParameterReader.OutcomeType(to, symbols) ?? to : to);

    private static ITypeSymbol? TypeOf(ReadStep step, Binding binding)
    {
        if (binding.Role is MethodRole.Body)
            return step.IsSupported ? step.Method!.Parameters[binding.Index].Type : null;
        var method = step.Methods.First(method => method.Role == binding.Role);
        return method.IsSupported ? method.Symbol!.Parameters[binding.Index].Type : null;
    }

    private static bool IsNullable(ITypeSymbol type) => type.OriginalDefinition.SpecialType is SpecialType.System_Nullable_T;
}
