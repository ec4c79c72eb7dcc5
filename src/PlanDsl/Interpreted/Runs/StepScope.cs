using System.Text.Json;
using PlanDsl.Model;

namespace PlanDsl;

/// <summary>What names mean to one step at one point of a run, and what comes of expressions there.</summary>
/// <param name="run">The run.</param>
/// <param name="place">Where the expressions stand.</param>
/// <param name="context">The attempt; <see langword="null"/> for a step that asks for none.</param>
internal sealed class StepScope(RunValues run, CodePlace place, StepContext? context) : IExpressionScope<JsonElement>
{
    /// <summary>The environment that the plan and the step declare, the step's last.</summary>
    public IReadOnlyDictionary<string, string>? Environment { get; set; }

    /// <summary>Whether <c>??</c> may stand where the expressions do.</summary>
    public bool TakesDefaults { get; init; } = true;

    private ExpressionEvaluator<JsonElement, JsonValueReader> Evaluator => new(default, this);

    /// <summary>The value of an expression.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="property">The property in which it stands, for messages.</param>
    public JsonElement ValueOf(Expression expression, string property) => Of(Evaluator.Evaluate(expression), property);

    /// <summary>The text of a template.</summary>
    public string TextOf(Template template, string property) => Of(Evaluator.FillText(template), property);

    /// <summary>The arguments that a template stands for.</summary>
    public EquatableArray<string> ArgumentsOf(Template template, string property) => Of(Evaluator.FillArguments(template), property);

    /// <summary>The parts of a text for a shell. A variable that has no value is left to the shell.</summary>
    public IEnumerable<CommandPart> PartsOf(Template template, string property)
    {
        var texts = Of(Evaluator.FillParts(template), property);
        for (var i = 0; i < texts.Count; i++)
        {
            var part = template.Parts[i];
            var isValue = part.Kind is TemplatePartKind.Expression || (part.Kind is TemplatePartKind.Variable && TryGetVariable(part.Text, out _));
            yield return new(texts[i], isValue);
        }
    }

    /// <summary>Whether a condition holds.</summary>
    /// <exception cref="InvalidOperationException">It cannot be said.</exception>
    public bool Decide(Expression condition)
    {
        var answer = Evaluator.Decide(condition);
        return answer.HasValue ? answer.Value : throw new ConditionException($"{answer.Fault.Message} ({condition})");
    }

    /// <inheritdoc/>
    public bool TryGetVariable(string name, out JsonElement value) => run.Inputs.TryGetValue(name, out value);

    /// <inheritdoc/>
    public string? Find(PathExpression path, out int used, out JsonElement value)
    {
        used = 0;
        value = default;
        switch (path.Root)
        {
            case "item":
                value = run.ElementOf(place.Step, context!);
                return null;
            case "index":
                value = JsonValues.Of(context!.ElementIndex ?? 0);
                return null;
            case "iteration":
                value = JsonValues.Of(context!.Iteration);
                return null;
            case "previous":
                value = run.PreviousOf(place, context!);
                return null;
            case "result":
                value = run.OwnResultOf(place.Step, context!);
                return null;
            case "inputs":
                return FindIn(run.Inputs, path, out used, out value);
            case "bindings":
                return FindBinding(path, out used, out value);
            case "env":
                return FindVariable(path, out used, out value);
            case StepPath.Root:
                return FindStep(path, out used, out value);
            default:
                return FindResult(path.Root, out value);
        }
    }

    private string? FindResult(string key, out JsonElement value)
    {
        var step = run.Code.Keys.Find(key);
        value = step < 0 ? default : run.ResultOf(step);
        return step < 0 ? $"no step has the result_key '{key}'; write one that the plan has" : null;
    }

    private string? FindIn(IReadOnlyDictionary<string, JsonElement> members, PathExpression path, out int used, out JsonElement value)
    {
        used = 0;
        if (path.Segments.IsEmpty || path.Segments[0].Name is not { } name)
        {
            value = JsonValues.Of(members);
            return null;
        }

        used = 1;
        return members.TryGetValue(name, out value) ? null : Missing(path, name, ref used);
    }

    // Constants, and every result by its key.
    private string? FindBinding(PathExpression path, out int used, out JsonElement value)
    {
        if (path.Segments.IsEmpty || path.Segments[0].Name is not { } name || place.Constants.ContainsKey(name))
            return FindIn(place.Constants, path, out used, out value);
        used = 1;
        return FindResult(name, out value);
    }

    private string? FindVariable(PathExpression path, out int used, out JsonElement value)
    {
        var environment = Environment ?? run.Environment;
        used = 0;
        if (path.Segments.IsEmpty || path.Segments[0].Name is not { } name)
        {
            value = JsonValues.Of(environment.Select(static variable => KeyValuePair.Create(variable.Key, JsonValues.Of(variable.Value))));
            return null;
        }

        used = 1;
        value = default;
        if (!environment.TryGetValue(name, out var text))
            return Missing(path, name, ref used);
        value = JsonValues.Of(text);
        return null;
    }

    private string? FindStep(PathExpression path, out int used, out JsonElement value)
    {
        value = default;
        used = 0;
        if (StepPath.From(path) is not { } named)
            return "'steps' is read as steps.build.status or steps.build.error; name a step and one of the two";
        used = named.Used;
        var step = run.Code.Keys.StepWithId(named.Id);
        if (step < 0)
            return $"there is no step '{named.Id}'; name one that the plan has";
        if (named.Member is not ("status" or "error"))
            return $"of a step only its status and its error are read; write {path.TextOfFirst(used - 1)}.status, and a result by its result_key";
        var outcome = context!.OutcomeOf<object>(step, null);
        value = named.Member is "status" ? JsonValues.Of(FailureText.Of(outcome.Status)) : FailureText.Of(outcome.Error);
        return null;
    }

    private string? Missing(PathExpression path, string name, ref int used)
    {
        if (!path.HasDefault)
            return PathFaults.Missing(path, name, TakesDefaults);
        used = path.Segments.Count;
        return null;
    }

    private T Of<T>(Evaluation<T> evaluation, string property) => evaluation.HasValue ? evaluation.Value
        : throw new BindingException($"In '{property}' of {place}: {Sentence.Of(evaluation.Fault.Message)}");
}
