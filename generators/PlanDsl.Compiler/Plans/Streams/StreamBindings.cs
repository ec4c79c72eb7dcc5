using Microsoft.CodeAnalysis;
using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>Finds out what the consumers of streams take of them: all elements, which is what a stream's step is read to return,
/// the last one, or the stream itself, live.</summary>
internal static class StreamBindings
{
    /// <summary>Settles it in <paramref name="steps"/>. A stream of which nobody takes more keeps its last element only,
    /// unless methods of its own step, or its group, are made for the whole; one that is only read live keeps nothing.</summary>
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
        var (shortened, live) = (new List<int>(), new List<(int Stream, bool IsKept)>());
        foreach (var uses in UsesOf(steps, streams).ToLookup(static use => use.Stream))
        {
            if (uses.Any(use => use.IsLive(symbols)))
                live.Add((uses.Key, !uses.All(use => use.IsLive(symbols))));
            else if (steps[uses.Key] is { Methods.Count: 0, Model.Group: null } && uses.All(use => use.TakesLast(ElementOf(steps[use.Stream])!, symbols)))
                shortened.Add(uses.Key);
        }

        for (var step = 0; step < steps.Count; step++)
            steps[step] = steps[step].With((symbol, parameter, role) => Settle(symbol, parameter, role));
        foreach (var stream in shortened)
            steps[stream] = Shorten(steps[stream]);
        foreach (var (stream, isKept) in live)
            steps[stream] = ReadLive(steps[stream], isKept);

        ParameterModel Settle(IParameterSymbol symbol, ParameterModel parameter, MethodRole role)
        {
            if (parameter.Kind is not ParameterKind.Result || !streams.TryGetValue(parameter.Key, out var stream))
                return parameter;
            var use = new StreamUse(stream, symbol, parameter, role);
            return use.IsLive(symbols) ? parameter with { IsLive = true }
                : !shortened.Contains(stream) && use.TakesLast(ElementOf(steps[stream])!, symbols) ? parameter with { TakesLastElement = true }
                : parameter;
        }
    }

    private static IEnumerable<StreamUse> UsesOf(IEnumerable<ReadStep> steps, Dictionary<string, int> streams)
    {
        foreach (var step in steps)
        {
            foreach (var (symbol, model, role) in step.Parameters)
            {
                if (model.Kind is not (ParameterKind.Input or ParameterKind.Context or ParameterKind.CancellationToken) && streams.TryGetValue(model.Key, out var stream))
                    yield return new(stream, symbol, model, role);
            }
        }
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

    private static ReadStep ReadLive(ReadStep step, bool isKept)
    {
        var model = step.Model with { Stream = step.Model.Stream! with { IsReadLive = true } };
        return isKept ? step with { Model = model } : step with { Model = model, Spec = step.Spec with { Returns = ReturnKind.LiveStream, Member = "" } };
    }

    private static ITypeSymbol? ElementOf(ReadStep step) =>
        step.Spec.Returns is ReturnKind.Stream && step.Model.Element is null && step.Result is IArrayTypeSymbol all ? all.ElementType : null;
}
