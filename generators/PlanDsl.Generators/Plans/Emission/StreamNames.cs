using PlanDsl.Compiler;
using PlanDsl.Model;

namespace PlanDsl.Generators;

/// <summary>The fields by which steps read the streams of others live, and what is called on them.</summary>
internal sealed class StreamNames
{
    private readonly PlanSpec _plan;
    private readonly Dictionary<int, string> _fields = [];

    public StreamNames(PlanSpec plan, NameScope fields)
    {
        _plan = plan;
        for (var step = 0; step < plan.Steps.Count; step++)
        {
            if (plan.Model.Steps[step].Stream is not { IsReadLive: true })
                continue;
            var method = plan.Steps[step].Method.TrimStart('@');
            _fields.Add(step, fields.Take($"_{char.ToLowerInvariant(method[0])}{method.Substring(1)}Stream"));
        }
    }

    /// <summary>Whether there is one.</summary>
    public bool HasAny => _fields.Count > 0;

    /// <summary>The field that holds the stream of a step.</summary>
    public string FieldOf(int step) => _fields[step];

    /// <summary>Its type.</summary>
    public string TypeOf(int step) => $"global::PlanDsl.LiveStream<{TypeTexts.Static(TypeTexts.Declared(_plan.Model.Steps[step].Stream!.Element))}>";

    /// <summary>The call that hands elements over while they are produced, or what takes their place.</summary>
    /// <param name="step">The step that produces them.</param>
    /// <param name="source">The stream or the array.</param>
    public string Feed(int step, string source) =>
        $"{_fields[step]}.{(_plan.Steps[step].Returns is ReturnKind.LiveStream ? "FeedAsync" : "FeedAndCollectAsync")}({source}, {AttemptArguments.Context})";

    /// <summary>The call that reads them, as an observable or an asynchronous enumerable, whichever the parameter takes.</summary>
    public string Read(Binding binding)
    {
        var (stream, parameter) = (_plan.Model.Steps[binding.Producer].Stream!.Type, binding.Parameter.Type);
        var isObserved = stream.Name.StartsWith("global::System.IObservable<", StringComparison.Ordinal);
        var method = (isObserved ? "Observe" : "Read") + (parameter.Nullability is Nullability.Nullable ? "IfProduced" : "");
        return $"{_fields[binding.Producer]}.{method}({AttemptArguments.Context}){(stream.Name == parameter.Name ? "" : "!")}";
    }
}
