namespace PlanDsl.Model;

/// <summary>Makes of the paths in one method of a step the parameters of that method, and finds paths that mean nothing.</summary>
internal sealed class ReferenceReader(ReferenceScope scope, MethodRole role, FileFindings findings)
{
    // Most methods have none.
    private List<ParameterModel>? _parameters;
    private List<int>? _sources;

    /// <summary>The parameters found so far.</summary>
    public EquatableArray<ParameterModel> Parameters => _parameters?.ToEquatableArray() ?? [];

    /// <summary>Whether there are none.</summary>
    public bool IsEmpty => _parameters is null;

    /// <summary>For each parameter, the number of the string in which it stands.</summary>
    public int[] Sources => _sources?.ToArray() ?? [];

    /// <summary>What the step is, for messages.</summary>
    public ReferenceScope Scope => scope;

    /// <summary>Adds the references of an expression.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="source">The string in which it stands.</param>
    /// <param name="mayBeNull">Whether <c>null</c> is a value that can be used where the expression stands.</param>
    public void Add(Expression expression, JsonNode source, bool mayBeNull)
    {
        switch (expression)
        {
            case PathExpression path:
                Add(path, source, mayBeNull || path.HasDefault);
                return;
            case CoalesceExpression coalesce:
                foreach (var operand in coalesce.Operands)
                    Add(operand, source, mayBeNull);
                return;
            case BinaryExpression binary:
                var equates = binary.Operator is BinaryOperator.Equal or BinaryOperator.NotEqual;
                Add(binary.Left, source, equates || binary.Operator is BinaryOperator.In);
                Add(binary.Right, source, equates);
                return;
            default:
                foreach (var part in expression.Parts)
                    Add(part, source, expression is ArrayExpression);
                return;
        }
    }

    /// <summary>Adds the array whose elements the step runs for.</summary>
    public void AddElements(PathExpression path, JsonNode source)
    {
        if (path.Root is not (ReferenceRoots.Inputs or ReferenceRoots.Bindings) && ReferenceRoots.IsReserved(path.Root))
            Report(path, 0, source, $"'{path.Root}' is no array that is known before the step runs", "name a result, an input or a constant that holds the elements");
        else if (NameOf(path, source) is { } name && (path.Root is not ReferenceRoots.Inputs || IsInput(path, name, source)))
            Add(new() { Name = path.ToString(), Kind = ParameterKind.Element, Key = name, IsExplicit = true, Path = path, Type = TypeRef.Json }, source);
    }

    private void Add(PathExpression path, JsonNode source, bool mayBeNull)
    {
        var type = !mayBeNull ? TypeRef.Json : scope.IsOfAnotherTool ? TypeRef.ObliviousJson : TypeRef.NullableJson;
        switch (path.Root)
        {
            case ReferenceRoots.Inputs:
                if (path.Segments.IsEmpty)
                    return;
                if (NameOf(path, source) is { } input && IsInput(path, input, source))
                    Add(Parameter(path, ParameterKind.Input, input, TypeRef.NullableJson), source);
                return;
            case ReferenceRoots.Bindings:
                if (!path.Segments.IsEmpty && NameOf(path, source) is { } binding && !scope.HasConstant(binding))
                    Add(Parameter(path, ParameterKind.Result, binding, type), source);
                return;
            case ReferenceRoots.Env:
                if (!path.Segments.IsEmpty && NameOf(path, source) is { } variable && !scope.HasVariable(variable))
                    ReportVariable(path, source, variable);
                return;
            case ReferenceRoots.Steps:
                if (NameOf(path, source) is null)
                    return;
                if (StepPath.From(path) is null)
                    ReportStep(path, source);
                else
                    Add(Parameter(path, ParameterKind.Outcome, StepPath.From(path)!.Id, mayBeNull && scope.IsOfAnotherTool ? TypeRef.ObliviousJson : TypeRef.NullableJson) with { IsStepId = true }, source);
                return;
            case ReferenceRoots.Item or ReferenceRoots.Index:
                if (!scope.IsFanOut)
                    Report(path, 0, source, $"There is no '{path.Root}' here", "only a step that has for_each has one");
                else if (role is MethodRole.When)
                    Report(path, 0, source, $"There is no '{path.Root}' in a condition", "it is asked once, before there are elements");
                return;
            case ReferenceRoots.Previous:
                if (IsInLoop(path, source))
                    Add(Parameter(path, ParameterKind.Previous, "", type), source);
                return;
            case ReferenceRoots.Iteration:
                IsInLoop(path, source);
                return;
            case ReferenceRoots.Result:
                if (role.SeesOwnResult())
                    Add(Parameter(path, ParameterKind.Result, scope.ResultKey, type), source);
                else
                    Report(path, 0, source, "There is no 'result' here", "only repeat_until and compensate read what their own step has returned; another step's result goes by its result_key");
                return;
            default:
                Add(Parameter(path, ParameterKind.Result, path.Root, type), source);
                return;
        }
    }

    private static ParameterModel Parameter(PathExpression path, ParameterKind kind, string key, TypeRef type) =>
        new() { Name = path.ToString(), Kind = kind, Key = key, IsExplicit = true, Path = path, Type = type };

    private void Add(ParameterModel parameter, JsonNode source)
    {
        (_parameters ??= []).Add(parameter);
        (_sources ??= []).Add(source.Index);
    }

    // Nothing is known of the steps by now but what they are called.
    private void ReportStep(PathExpression path, JsonNode source)
    {
        var name = path.Segments[0].Name!;
        var id = path.Segments.Count == 1 ? name : StepPath.ChildOf(name, path.Segments[1].Index);
        if (scope.StepIds.Contains(id))
            Report(path, path.Segments.Count, source, $"'{path}' is no value", WholeRemedy(id));
        else if (path.Segments.Count > 1 && scope.StepIds.Contains(name))
            Report(path, 2, source, $"No step has the id '{id}'", WholeRemedy(name));
        else
            Report(path, 1, source, $"No step has the id '{id}'", WholeRemedy(scope.StepIds.NearestTo(id) is { } nearest && nearest != scope.Place.Name ? nearest : null));
    }

    private static string WholeRemedy(string? id) => id is null
        ? "write steps.id.status or steps.id.error with the id of a step, and a result by its result_key"
        : $"write {StepPath.To(id)}.status or {StepPath.To(id)}.error, and a result by its result_key";

    private void ReportVariable(PathExpression path, JsonNode source, string variable)
    {
        if (!scope.IsSetLater(variable))
            Report(path, 1, source, $"Neither globals nor the step sets the environment variable '{variable}'", "set it in env; the environment of the process is read by an input with from_env");
        else if (variable == scope.Variable)
            Report(path, 1, source, $"The environment variable '{variable}' is not set before it is set here", "the environment of the process is read by an input with from_env");
        else
            Report(path, 1, source, $"The environment variable '{variable}' is set below", "a variable may read those above it; move it up");
    }

    /// <summary>Finds what a condition reads by way of the variables of its step, and is not there yet when it is asked.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="step">The step, with its body.</param>
    /// <param name="source">The string in which the condition stands.</param>
    public void CheckVariables(Expression condition, StepModel step, JsonNode source)
    {
        if (DecisionVariables.TooEarly(DecisionVariables.Of(step, condition)) is not { } early)
            return;
        var path = condition.Paths.First(path => path.Root is ReferenceRoots.Env && DecisionVariables.TooEarly(DecisionVariables.Of(step, path)) is not null);
        var reason = early.Root is ReferenceRoots.Item or ReferenceRoots.Index ? "it is asked once, before there are elements" : "it is asked once, before the step is repeated";
        Report(path, path.Segments.IsEmpty ? 0 : 1, source, $"'{path}' is made of '{early}', which there is not in a condition", reason);
    }

    // The name in 'inputs.name'.
    private string? NameOf(PathExpression path, JsonNode source)
    {
        if (ReferenceRoots.SegmentsToName(path) == 0)
            return path.Root;
        if (!path.Segments.IsEmpty && path.Segments[0].Name is { } name)
            return name;
        Report(path, Math.Min(1, path.Segments.Count), source, $"'{path}' names nothing",
            path.Root is ReferenceRoots.Steps ? "write steps.id.status or steps[\"id\"].status with the id of a step" : $"write {path.Root}.name or {path.Root}[\"name\"]");
        return null;
    }

    private bool IsInput(PathExpression path, string name, JsonNode source)
    {
        if (scope.Inputs is not { } inputs || inputs.Contains(name))
            return true;
        var nearest = scope.NearestInput(name);
        Report(path, 1, source, $"No input is called '{name}'", nearest is null ? "declare it in inputs" : $"did you mean '{nearest}'?", nearest);
        return false;
    }

    private bool IsInLoop(PathExpression path, JsonNode source)
    {
        if (scope.IsLoop && role is not MethodRole.When)
            return true;
        Report(path, 0, source, $"There is no '{path.Root}' here", "only a step that has repeat_until has one");
        return false;
    }

    private void Report(PathExpression path, int segment, JsonNode source, string fault, string remedy, string? suggestion = null) =>
        findings.Add(
            RuleIds.UnboundParameter,
            PathSpans.Of(path, segment, source),
            [fault, $"reference '{path}' of {(role is MethodRole.Body ? "" : role.Noun() + " of ")}{scope.Place}", remedy],
            suggestion);
}
