using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>What names mean in one method of a step, in generated code: each that is asked for becomes a parameter. For one thread.</summary>
internal sealed class LoweredRoots : ICodeRoots
{
    /// <summary>Instead of a step's index, for what belongs to the plan as a whole.</summary>
    public const int NoStep = -1;

    // As the context counts.
    private static readonly CodeType Whole = CodeTypes.NumberNamed("int")!;

    private readonly FilePlanReading _plan;
    private readonly int _step;
    private readonly MethodRole _role;
    private readonly LoweredParameters _parameters;
    private readonly ConstantValues _constants;

    public LoweredRoots(FilePlanReading plan, int step, MethodRole role, LoweredParameters parameters)
    {
        (_plan, _step, _role, _parameters) = (plan, step, role, parameters);
        _constants = new(plan, step);
        if (step != NoStep)
            EnvironmentNames.UnionWith(plan.Environment.Names);
    }

    /// <summary>The environment variables that are set by now.</summary>
    public HashSet<string> EnvironmentNames { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether the method reads one.</summary>
    public bool ReadsEnvironment { get; private set; }

    /// <summary>Whether what is written now is read by a shell, which has variables of its own.</summary>
    public bool IsShell { get; set; }

    /// <summary>Makes JSON of values.</summary>
    public CodeWriter? Writer { get; set; }

    /// <inheritdoc/>
    public CodeValue? Find(PathExpression path) => path.Root switch
    {
        ReferenceRoots.Inputs => path.Segments.IsEmpty ? Inputs(_plan.Inputs.Names) : Name(path) is { } input ? InputAt(input) : null,
        ReferenceRoots.Bindings => path.Segments.IsEmpty ? _constants.All() : Name(path) is { } name ? Used(_constants.Find(name)) ?? Result(path, name, 1) : null,
        ReferenceRoots.Env => EnvironmentOf(path),
        ReferenceRoots.Steps => OutcomeOf(path),
        ReferenceRoots.Item => Element(),
        ReferenceRoots.Index => new(Whole, $"({_parameters.Context()}.ElementIndex ?? 0)"),
        ReferenceRoots.Iteration => new(Whole, $"{_parameters.Context()}.Iteration"),
        ReferenceRoots.Previous => Previous(),
        ReferenceRoots.Result => _role.SeesOwnResult() ? Result(_step) : null,
        _ => Result(path, path.Root, 0),
    };

    /// <inheritdoc/>
    public CodeValue? FindVariable(string name)
    {
        if (Input(name) is not { } input)
            return null;
        if (_plan.Inputs.AreDeclared)
            return input;
        if (IsShell)
            return new(CodeTypes.String, $"new global::PlanDsl.ShellVariable({CSharpText.Quote(name)}, {input.Code}{(input.Type.Expression.IsDynamic ? $", {CommandOfStep}" : "")})");
        var verbatim = CSharpText.Quote($"${{{name}}}");
        return input.Type.Expression.IsDynamic
            ? new(CodeTypes.Json, $"({input.Code} ?? global::PlanDsl.PlanJson.Of({verbatim}))")
            : new(CodeTypes.String, $"({input.Code} ?? {verbatim})");
    }

    /// <summary>An input; <see langword="null"/> if there is none of this name.</summary>
    public CodeValue? Input(string name)
    {
        if (_plan.Inputs.TypeOf(name) is not { } type)
            return null;
        return new(type, _parameters.Add(new() { Name = name, Kind = ParameterKind.Input, Key = name, IsExplicit = true, Type = TypeRefs.Of(type) }, type.Declared));
    }

    /// <summary>The element that the step runs for.</summary>
    public CodeValue? Element()
    {
        if (_step == NoStep || _plan.Model.Steps[_step].Element is null || _plan.Elements.Of(_step) is not { } source)
            return null;
        return new(source.Element, _parameters.Add(source.Parameter with { Name = "item", Type = TypeRefs.Of(source.Element) }, source.Element.Declared));
    }

    private string CommandOfStep => CSharpText.Quote($"'command' of {CodePlace.Of(_plan.Model.Steps[_step], _role).RunName}");

    // A value that was found by the first name behind the root.
    private static CodeValue? Used(CodeValue? value) => value is null ? null : value with { Used = 1 };

    private static string? Name(PathExpression path) => path.Segments[0].Name;

    // One that nobody declares may not be there, which is another thing than null.
    private CodeValue? InputAt(string name) =>
        _plan.Inputs.AreDeclared || _plan.Inputs.TypeOf(name) is null ? Used(Input(name)) : Inputs([name]);

    private CodeValue Inputs(IEnumerable<string> names)
    {
        var members = names.ToArray().Select(name => (Name: CSharpText.Quote(name), Value: Input(name)!));
        return new(CodeTypes.Json, _plan.Inputs.AreDeclared
            ? $"global::PlanDsl.PlanJson.Object({string.Join(", ", members.Select(member => $"({member.Name}, {Writer!.Json(member.Value)})"))})"
            : $"global::PlanDsl.PlanJson.ObjectOfPresent({string.Join(", ", members.Select(member => $"({member.Name}, {member.Value.Code} is null ? null : (global::System.Text.Json.JsonElement?){Writer!.Json(member.Value)})"))})");
    }

    private CodeValue? EnvironmentOf(PathExpression path)
    {
        ReadsEnvironment = true;
        if (path.Segments.IsEmpty)
            return new(CodeTypes.Json, _parameters.EnvironmentName + ".ToJson()");
        if (Name(path) is not { } name)
            return null;
        if (EnvironmentNames.Contains(name))
            return new(CodeTypes.String, $"{_parameters.EnvironmentName}[{CSharpText.Quote(name)}]", 1);
        return path.HasDefault ? new(CodeTypes.Json, "global::PlanDsl.PlanJson.Null", 1) : null;
    }

    private CodeValue? OutcomeOf(PathExpression path)
    {
        if (StepPath.From(path) is not { Member: "status" or "error" } named || _plan.Bindings.StepWithId(named.Id) < 0)
            return null;
        const string type = "global::PlanDsl.StepOutcome<object>";
        var outcome = new TypeRef("object", "object");
        var name = _parameters.Add(
            new() { Name = named.Id, Kind = ParameterKind.Outcome, Key = named.Id, IsStepId = true, IsExplicit = true, Type = new(type, "StepOutcome<object>"), OutcomeType = outcome }, type);
        return named.Member is "status"
            ? new(CodeTypes.String, $"global::PlanDsl.OutcomeValues.StatusOf({name})", named.Used)
            : new(CodeTypes.Json, $"global::PlanDsl.OutcomeValues.ErrorOf({name})", named.Used);
    }

    private CodeValue? Previous()
    {
        if (_step == NoStep || _plan.Types.ReturnedBodyOf(_step) is not { } type)
            return null;
        var before = type.OrNull();
        return new(before, _parameters.Add(new() { Name = "previous", Kind = ParameterKind.Previous, Type = TypeRefs.Of(before) }, before.Declared));
    }

    private CodeValue? Result(PathExpression path, string key, int used)
    {
        if (_step == NoStep || _plan.Bindings.ProducerOf(key) is not (>= 0 and var producer))
            return null;
        if (GroupPaths.MemberAt(_plan.Model, _plan.Bindings, path, used, producer) is { } member && _plan.Types.ResultOf(member) is not null)
            (producer, used) = (member, used + 1);
        return Result(producer) is { } value ? value with { Used = used } : null;
    }

    private CodeValue? Result(int producer)
    {
        var isOwn = producer == _step && _role.SeesOwnResult();
        if ((isOwn ? _plan.Types.ReturnedBodyOf(producer) : _plan.Types.ResultOf(producer)) is not { } type)
            return null;
        if (!isOwn && MayBeAbsent(producer))
            type = type.OrNull();
        var key = _plan.Model.Steps[producer].ResultKey;
        var parameter = new ParameterModel { Name = key, Kind = ParameterKind.Result, Key = key, IsExplicit = true, Type = TypeRefs.Of(type) };
        var value = new CodeValue(type, _parameters.Add(parameter, type.Declared));
        return isOwn || _plan.WhyAbsent(new(_step, _role, 0, parameter, producer)) is not { } reason ? value : value with { WhyNull = reason };
    }

    private bool MayBeAbsent(int producer) =>
        OptionalResults.IsOptionalTo(_plan.Model, _plan.Bindings, producer, _step) || _plan.Model.Steps[_plan.Bindings.NodeOf(_step)].RunsAfterFailures;
}
