namespace PlanDsl.Model;

/// <summary>What the paths of a plan file lead to, as far as that is known before a run.</summary>
internal static class PathSources
{
    /// <summary>Why a fan-out cannot go through what <paramref name="path"/> leads to, where that is an input, a constant or in the result of a command;
    /// <see langword="null"/> if it can, or if that is not known.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="step">The step that goes through it.</param>
    /// <param name="path">The path.</param>
    public static string? FaultOf(PlanAnalysis plan, int step, PathExpression path)
    {
        if (!ReferenceRoots.IsReserved(path.Root))
            return FaultOfResult(plan, path.Root, path, 0);
        if (path.Segments.IsEmpty || path.Segments[0].Name is not { } name)
            return null;
        return path.Root switch
        {
            ReferenceRoots.Inputs when plan.InputNamed(name) is { JsonType: { } type } => FaultOf(type, path),
            ReferenceRoots.Bindings when plan.ConstantNamed(name, step) is { } constant => FaultOf(constant.Name, plan.ValueOf(constant), path),
            ReferenceRoots.Bindings => FaultOfResult(plan, name, path, 1),
            _ => null,
        };
    }

    /// <summary>The same of all results, such as those of a plan that a step runs: in the words of a build, where the types tell it.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="step">The step that goes through it.</param>
    /// <param name="path">The path.</param>
    public static string? FaultOfType(PlanAnalysis plan, int step, PathExpression path) =>
        ExpressionCompiler.Compile(path, new KnownTypes(plan, step, MethodRole.Body)) is { Type: { IsDynamic: false, Kind: not ValueKind.Array } or { Members: not null } } compiled
            ? $"it is '{(compiled.Type!.IsDynamic ? KnownJson.Object.Display : compiled.Type.Display)}', no collection; name an array or a list, or take it without {plan.Words[PropertyNames.Each]}"
            : null;

    // Of a member that there is not, another rule tells.
    private static string? FaultOfResult(PlanAnalysis plan, string key, PathExpression path, int used)
    {
        if (plan.Bindings.ProducerOf(key) is not (>= 0 and var producer) || plan.Bindings.IsContested(producer))
            return null;
        if (GroupPaths.MemberAt(plan.Model, plan.Bindings, path, used, producer) is { } member)
            (producer, used) = (member, used + 1);
        var type = KnownResults.Of(plan, producer);
        for (; type is { Kind: ValueKind.Array, IsDynamic: false } && path.Segments.Count > used && path.Segments[used].Name is null; used++)
            type = KnownResults.ElementOf(type);
        if (used == path.Segments.Count && type is { IsDynamic: true, Kind: ValueKind.Object })
            return $"each child of '{plan.Model.Steps[producer].Id}' has a result_key, so that its results are an object; name the one that is a list, or let one child have no result_key, for a list of all";
        if (type?.Name != KnownResults.Command.Name)
            return null;
        var found = (path.Segments.Count - used) switch
        {
            0 => "the result of a command is an object",
            1 when path.Segments[used].Name is CommandResults.ExitCode => "it is a number",
            1 when path.Segments[used].Name is "stdout" or "stderr" => "it is a text",
            _ => null,
        };
        return found is null ? null : $"{found}; name a list, such as '{path.TextOfFirst(used)}.{CommandResults.Json}' where the command writes one";
    }

    private static string? FaultOf(InputType type, PathExpression path) => type switch
    {
        InputType.Array => null,
        InputType.Object when path.Segments.Count > 1 => null,
        InputType.Object or InputType.Integer => $"the input is an {NameOf(type)}; declare it as an array, or name another",
        _ => $"the input is a {NameOf(type)}; declare it as an array, or name another",
    };

    private static string? FaultOf(string name, JsonNode constant, PathExpression path)
    {
        JsonNode? value = constant;
        foreach (var segment in path.Segments.Skip(1))
            value = segment.Name is { } member ? value?.Find(member) : value?.ItemAt(segment.Index);
        return value switch
        {
            { Kind: JsonKind.Array } => null,
            { } other => $"it is {ValueCheck.Kind(other)}; write a list, or name one",
            null => $"binding '{name}' has nothing there; write a list, or name one",
        };
    }

    private static string NameOf(InputType type) => SnakeCase.From(type.ToString());
}
