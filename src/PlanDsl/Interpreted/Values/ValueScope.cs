using System.Collections.Immutable;
using System.Text.Json;
using PlanDsl.Model;

namespace PlanDsl;

/// <summary>What paths and variables of an interpreted plan lead to at one point of a run.</summary>
internal sealed class ValueScope(IRunValues run) : IExpressionScope<JsonElement>
{
    private static readonly ImmutableDictionary<string, JsonElement> None = ImmutableDictionary.Create<string, JsonElement>(StringComparer.Ordinal);

    /// <summary>The inputs of the run, which are its variables too.</summary>
    public IReadOnlyDictionary<string, JsonElement> Inputs { get; init; } = None;

    /// <summary>The constants of the plan.</summary>
    public IReadOnlyDictionary<string, JsonElement> Bindings { get; init; } = None;

    /// <summary>The environment that the plan and the step declare.</summary>
    public IReadOnlyDictionary<string, JsonElement> Environment { get; init; } = None;

    /// <summary>The roots of the loop or fan-out in which the step is: <c>item</c>, <c>index</c>, <c>result</c>, <c>previous</c>, <c>iteration</c>.</summary>
    public IReadOnlyDictionary<string, JsonElement> Locals { get; init; } = None;

    /// <inheritdoc/>
    public bool TryGetVariable(string name, out JsonElement value) => Inputs.TryGetValue(name, out value);

    /// <inheritdoc/>
    public string? Find(PathExpression path, out int used, out JsonElement value)
    {
        used = 0;
        if (Locals.TryGetValue(path.Root, out value))
            return null;
        return path.Root switch
        {
            "inputs" => FindIn(Inputs, path, out used, out value),
            "env" => FindIn(Environment, path, out used, out value),
            "bindings" => FindBinding(path, out used, out value),
            StepPath.Root => FindStep(path, out used, out value),
            _ => run.TryGetResult(path.Root, out value) ? null : Unknown("there is nothing named", path.Root, [.. run.ResultKeys, .. Locals.Keys, "inputs", "bindings", "env", StepPath.Root]),
        };
    }

    private static string? FindIn(IReadOnlyDictionary<string, JsonElement> members, PathExpression path, out int used, out JsonElement value)
    {
        used = 0;
        if (path.Segments.IsEmpty || path.Segments[0].Name is not { } name)
        {
            value = JsonValues.Of(members);
            return null;
        }

        used = 1;
        if (members.TryGetValue(name, out value))
            return null;
        if (!path.HasDefault)
            return Unknown($"'{path.Root}' has no member", name, members.Keys);
        used = path.Segments.Count;
        return null;
    }

    // Constants, and every result by its key.
    private string? FindBinding(PathExpression path, out int used, out JsonElement value)
    {
        if (path.Segments.IsEmpty || path.Segments[0].Name is not { } name || Bindings.ContainsKey(name))
            return FindIn(Bindings, path, out used, out value);
        used = 1;
        if (run.TryGetResult(name, out value))
            return null;
        if (!path.HasDefault)
            return Unknown("'bindings' has no member", name, [.. Bindings.Keys, .. run.ResultKeys]);
        used = path.Segments.Count;
        return null;
    }

    private string? FindStep(PathExpression path, out int used, out JsonElement value)
    {
        value = default;
        used = 0;
        if (StepPath.From(path) is not { } step)
            return "'steps' is read as steps.build.status or steps.build.error; name a step and one of the two";
        used = step.Used;
        if (!run.TryGetStep(step.Id, out var status, out var error))
            return Unknown("there is no step", step.Id, run.StepIds);
        if (step.Member is not ("status" or "error"))
            return $"of a step only its status and its error are read; write {path.TextOfFirst(used - 1)}.status, and a result by its result_key";
        value = step.Member is "status" ? JsonValues.Of(status) : error;
        return null;
    }

    private static string Unknown(string what, string name, IEnumerable<string> known) =>
        new Nearest(known).To(name) is { } nearest ? $"{what} '{name}'; did you mean '{nearest}'?" : $"{what} '{name}'; write a name that the plan declares";
}
