using System.ComponentModel;
using System.Text.Json;
using PlanDsl.Model;

namespace PlanDsl;

/// <summary>An expression of a compiled plan file that is about JSON values of unknown shape, so that only a run can tell what comes of it.
/// Immutable and thread-safe. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PlanExpression
{
    private readonly Template _template;
    private readonly Expression _expression;
    private readonly string _place;
    private readonly bool _takesDefault;
    private readonly string[] _beginnings;
    private readonly Dictionary<PathExpression, PathBeginning> _paths = new(ReferenceEqualityComparer.Instance);

    /// <summary>Reads the expression.</summary>
    /// <param name="text">It as it stands in the plan file.</param>
    /// <param name="place">Where it stands, for messages: <c>'args' of step 'merge'</c>.</param>
    /// <param name="beginnings">With what its paths begin, as text, such as <c>inputs.limit</c>, in the order in which their values are given.</param>
    /// <exception cref="ArgumentException">The text is no expression, or a path in it begins with none of these.</exception>
    public PlanExpression(string text, string place, params string[] beginnings)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(beginnings);
        (_place, _beginnings) = (place, beginnings);

        // What a step goes through is named by a path, in which no ?? may stand.
        _takesDefault = place?.StartsWith($"'{PropertyNames.Each}'", StringComparison.Ordinal) is not true;
        _template = Template.Parse("{{ " + text + " }}");
        _expression = _template.Whole is { } whole && _template.Faults.IsEmpty ? whole : throw new ArgumentException($"'{text}' is no expression.", nameof(text));
        foreach (var path in _expression.Paths)
            _paths[path] = PathBeginning.Of(path, beginnings);
    }

    /// <summary>What comes of it.</summary>
    /// <param name="values">The values of its beginnings.</param>
    public JsonElement ValueOf(params JsonElement[] values) => Of(Evaluator(values).Evaluate(_expression));

    /// <summary>What comes of it as text.</summary>
    /// <param name="values">The values of its beginnings.</param>
    public string TextOf(params JsonElement[] values) => Of(Evaluator(values).FillText(_template));

    /// <summary>The arguments that it stands for.</summary>
    /// <param name="values">The values of its beginnings.</param>
    public IReadOnlyList<string> ArgumentsOf(params JsonElement[] values) => Of(Evaluator(values).FillArguments(_template));

    /// <summary>Whether it holds.</summary>
    /// <param name="values">The values of its beginnings.</param>
    /// <exception cref="InvalidOperationException">It cannot be said.</exception>
    public bool Decide(params JsonElement[] values)
    {
        var answer = Evaluator(values).Decide(_expression);
        return answer.HasValue ? answer.Value : throw new ConditionException($"{answer.Fault.Message} ({_expression})");
    }

    /// <summary>It as it stands in the plan file.</summary>
    public override string ToString() => _expression.ToString();

    private ExpressionEvaluator<JsonElement, JsonValueReader> Evaluator(JsonElement[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return values.Length == _beginnings.Length
            ? new(default, new PathValues(_paths, values, _takesDefault))
            : throw new ArgumentException($"'{_expression}' has {_beginnings.Length} beginnings and was given {values.Length} values.", nameof(values));
    }

    private T Of<T>(Evaluation<T> evaluation) =>
        evaluation.HasValue ? evaluation.Value : throw new BindingException($"In {_place}: {Sentence.Of(evaluation.Fault.Message)}");
}
