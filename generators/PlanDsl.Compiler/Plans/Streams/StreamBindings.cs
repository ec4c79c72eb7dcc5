using Microsoft.CodeAnalysis;
using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>Finds out what the consumers of streams take of them: all elements, which is what a stream's step is read to return, or
/// the last one.</summary>
internal static class StreamBindings
{
    /// <summary>Settles it in <paramref name="steps"/>. A stream of which nobody takes more keeps its last element only,
    /// unless methods of its own step, or its group, are made for the whole.</summary>
    public static void Resolve(List<ReadStep> steps, PlanSymbols symbols)
    {
        var streams = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var step = 0; step < steps.Count; step++)
        {
            if (ElementOf(steps[step]) is not null && !streams.ContainsKey(steps[step].Model.ResultKey))
                streams.Add(steps[step].Model.ResultKey, step);
        }

        if (streams.Count == 0)
            return;
        var last = Consumers(steps, streams).ToLookup(static use => use.Stream, use => TakesLast(use, steps, symbols));
        var shortened = new HashSet<int>(last.Where(uses => steps[uses.Key] is { Methods.Count: 0, Model.Group: null } && uses.All(static takesLast => takesLast)).Select(static uses => uses.Key));
        for (var step = 0; step < steps.Count; step++)
            steps[step] = WithLast(steps[step], key => streams.TryGetValue(key, out var stream) && !shortened.Contains(stream) ? ElementOf(steps[stream]) : null, symbols);
        foreach (var stream in shortened)
            steps[stream] = Shorten(steps[stream]);
    }

    private static IEnumerable<(int Stream, IParameterSymbol Symbol, MethodRole Role)> Consumers(IEnumerable<ReadStep> steps, Dictionary<string, int> streams)
    {
        foreach (var step in steps)
        {
            foreach (var (symbol, model, role) in step.Parameters)
            {
                if (model.Kind is not (ParameterKind.Input or ParameterKind.Context or ParameterKind.CancellationToken) && streams.TryGetValue(model.Key, out var stream))
                    yield return (stream, symbol, model.Kind is ParameterKind.Result ? role : MethodRole.When);
            }
        }
    }

    private static bool TakesLast((int Stream, IParameterSymbol Symbol, MethodRole Role) use, List<ReadStep> steps, PlanSymbols symbols) =>
        use.Role is MethodRole.Body && TakesLast(use.Symbol.Type, ElementOf(steps[use.Stream])!, symbols);

    private static bool TakesLast(ITypeSymbol taken, ITypeSymbol element, PlanSymbols symbols) =>
        TypeFactsReader.Fits(element, taken, symbols.Compilation)
        && !TypeFactsReader.Fits(symbols.Compilation.CreateArrayTypeSymbol(element), taken, symbols.Compilation);

    private static ReadStep WithLast(ReadStep step, Func<string, ITypeSymbol?> elementOf, PlanSymbols symbols)
    {
        if (!step.Model.Parameters.Any(parameter => parameter.Kind is ParameterKind.Result && elementOf(parameter.Key) is not null))
            return step;
        var parameters = step.Model.Parameters.Select((parameter, index) =>
            parameter.Kind is ParameterKind.Result && elementOf(parameter.Key) is { } element && TakesLast(step.Method!.Parameters[index].Type, element, symbols)
                ? parameter with { TakesLastElement = true }
                : parameter);
        return step with { Model = step.Model with { Parameters = parameters.ToEquatableArray() } };
    }

    private static ReadStep Shorten(ReadStep step)
    {
        var element = ElementOf(step)!;
        return step with
        {
            Result = element,
            Model = step.Model with { ResultType = TypeNames.Ref(element) },
            Spec = step.Spec with { Returns = ReturnKind.LastOfStream },
        };
    }

    private static ITypeSymbol? ElementOf(ReadStep step) =>
        step.Spec.Returns is ReturnKind.Stream && step.Model.Element is null && step.Result is IArrayTypeSymbol all ? all.ElementType : null;
}
