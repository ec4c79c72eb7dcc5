namespace PlanDsl.Model;

/// <summary>What is known of the values in the expressions of one step of a plan file by the file alone: what steps leave (<see cref="KnownResults"/>), and what inputs,
/// constants and the engine's own values are. Of all else, nothing is known before a run.</summary>
/// <param name="plan">The plan.</param>
/// <param name="step">The index of the step; -1 for what the plan says of all steps.</param>
/// <param name="role">What of the step the expressions belong to.</param>
internal sealed class KnownTypes(PlanAnalysis plan, int step, MethodRole role) : IManyMembers
{
    private static readonly ExpressionType Whole = new(ValueKind.Number, "int", "int") { Number = NumberType.Integer };
    private static readonly ExpressionType Error = ExpressionType.Dynamic with { Kind = ValueKind.Object };

    /// <summary>Says whether anybody will read which member was meant where there is none of a name; <see langword="null"/> where nobody does.</summary>
    public Func<bool>? AreSuggestionsRead { get; init; }

    public ExpressionType? Find(PathExpression path, out int used, out string code)
    {
        code = path.Root;
        used = 0;
        switch (path.Root)
        {
            case ReferenceRoots.Index or ReferenceRoots.Iteration:
                return Whole;
            case ReferenceRoots.Item:
                return Element;
            case ReferenceRoots.Previous:
                return step >= 0 ? Absentable(Returned(step)) : null;
            case ReferenceRoots.Result:
                return step >= 0 && role.SeesOwnResult() ? Returned(step) : null;
            case StepPath.Root:
                return OfOutcome(path, out used);
            case ReferenceRoots.Inputs or ReferenceRoots.Bindings or ReferenceRoots.Env:
                if (path.Segments.IsEmpty)
                    return KnownResults.Keyed;
                used = 1;
                return path.Segments[0].Name is not { } name ? null
                    : path.Root is ReferenceRoots.Inputs ? OfInput(name)
                    : path.Root is ReferenceRoots.Env ? OfVariable(name)
                    : plan.ConstantNamed(name, step) is { } constant ? KnownJson.At(plan.ValueOf(constant), path, ref used)
                    : OfResult(path, name, ref used);
            default:
                return OfResult(path, path.Root, ref used);
        }
    }

    public ExpressionType? MemberOf(ExpressionType type, string name, out string member)
    {
        member = name;
        if (plan.ResultsOf(type) is { } results)
            return results.Find(name);
        return name switch
        {
            CommandResults.ExitCode => Whole,
            CommandResults.Stdout or CommandResults.Stderr => KnownJson.Text,
            CommandResults.Json => ExpressionType.Dynamic,
            _ => null,
        };
    }

    public IEnumerable<string> MembersOf(ExpressionType type) =>
        plan.ResultsOf(type) is { } results ? results.Keys
        : type.Kind is ValueKind.Object ? CommandResults.Members
        : [];

    public bool HasMember(EquatableArray<string> names, string name) =>
        names.Count <= KnownMembers.Few ? names.Contains(name, StringComparer.Ordinal) : plan.MembersOf(names).Contain(name);

    public string? NearestMember(EquatableArray<string> names, string name) =>
        names.Count <= Nearest.MostAmong && AreSuggestionsRead?.Invoke() is true ? plan.MembersOf(names).NearestTo(name) : null;

    public ExpressionType? ElementOf(ExpressionType type, out string? count)
    {
        count = "Length";
        return type.IsJson ? ExpressionType.Dynamic : KnownResults.ElementOf(type);
    }

    public string Indexed(string list, string path) => list;

    /// <summary>Whether the element that the step runs for may be null, whatever else it may be: its list has places for what has not come.</summary>
    public bool IsElementAbsentable => Element is { IsDynamic: true, MayBeMissing: true };

    // What a list that the step goes through holds.
    private ExpressionType Element => field ??= step >= 0 && plan.ElementOf(step)?.Path is { } source && source.Root != ReferenceRoots.Item
        && ExpressionCompiler.Compile(source, this) is { Faults.IsEmpty: true, Type: { Kind: ValueKind.Array, IsDynamic: false } list }
        ? ElementOf(list, out _)! is { IsDynamic: true, MayBeNull: true } any ? any with { MayBeMissing = true } : ElementOf(list, out _)!
        : ExpressionType.Dynamic;

    private static ExpressionType Absentable(ExpressionType type) => type with { MayBeNull = true, IsNullJudged = true };

    private ExpressionType? OfInput(string name)
    {
        if (plan.Model.Inputs.IsEmpty)
            return ExpressionType.Dynamic;
        return plan.InputNamed(name) is not { } input ? null : input.JsonType switch
        {
            InputType.String => KnownJson.Text,
            InputType.Integer => KnownJson.Integer,
            InputType.Number => KnownJson.Decimal,
            InputType.Boolean => KnownJson.Truth,
            InputType.Object => KnownJson.Object,
            InputType.Array => KnownJson.Array,
            _ => ExpressionType.Dynamic,
        };
    }

    private ExpressionType? OfVariable(string name) =>
        plan.HasVariable(name) || VariablesOfStep.Contains(name)
            ? KnownJson.Text
            : ExpressionType.Dynamic;

    private HashSet<string> VariablesOfStep => field ??= new((BodyOfStep() as CommandBody)?.Environment.Select(static variable => variable.Name) ?? [], StringComparer.Ordinal);

    private StepBody? BodyOfStep() => step < 0 ? null : role is MethodRole.Fallback or MethodRole.Compensate ? plan.Model.Steps[step].MethodFor(role)?.Body : plan.Model.Steps[step].Body;

    private ExpressionType? OfOutcome(PathExpression path, out int used)
    {
        used = 0;
        if (StepPath.From(path) is not { Member: "status" or "error" } named || plan.Bindings.StepWithId(named.Id) is not (>= 0 and var other))
            return null;
        used = named.Used;
        return named.Member is "status" ? KnownJson.Text : AbsentErrors.NeverReach(plan, other, step) ? KnownJson.Null : Error;
    }

    private ExpressionType? OfResult(PathExpression path, string key, ref int used)
    {
        if (step < 0 || plan.Bindings.ProducerOf(key) is not (>= 0 and var producer))
            return null;
        if (plan.Bindings.IsContested(producer))
            return ExpressionType.Dynamic;
        if (GroupPaths.MemberAt(plan.Model, plan.Bindings, path, used, producer) is { } member)
            (producer, used) = (member, used + 1);
        if (producer == step && role.SeesOwnResult())
            return Returned(producer);
        var type = KnownResults.Of(plan, producer) ?? ExpressionType.Dynamic;
        return OptionalResults.IsOptionalTo(plan.Model, plan.Bindings, producer, step) || plan.Model.Steps[plan.Bindings.NodeOf(step)].RunsAfterFailures ? Absentable(type) : type;
    }

    private ExpressionType Returned(int producer) => KnownResults.ReturnedBy(plan, producer) ?? ExpressionType.Dynamic;
}
