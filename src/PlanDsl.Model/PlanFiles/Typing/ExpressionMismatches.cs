namespace PlanDsl.Model;

/// <summary>PLAN0308 and PLAN0510: expressions whose values do not fit together, as far as the file alone tells what they are (<see cref="KnownTypes"/>); and
/// PLAN0207 and PLAN0204 of paths into lists, constants, inputs and the results of plan files, of which rules know nothing. Where the file is compiled, more may be known, and is judged in the same words.</summary>
/// <param name="plan">The plan.</param>
/// <param name="map">Where its parts stand.</param>
internal sealed class ExpressionMismatches(PlanAnalysis plan, PlanFileMap map)
{
    // What the plan says of all steps.
    private const int NoStep = -1;

    private readonly BoundedFindings _findings = [];
    private (int Step, MethodRole Role, KnownTypes Types)? _types;
    private (int Step, MethodRole Role, string Text)? _place;

    /// <summary>Finds them.</summary>
    public IReadOnlyList<Finding> Find()
    {
        foreach (var variable in plan.Model.Environment)
            Check(variable.Value, NoStep, MethodRole.Body, "env", variable.Name);
        for (var step = 0; step < plan.Model.Steps.Count; step++)
        {
            var declared = plan.Model.Steps[step];
            Check(declared.Body, declared.SubPlan, step, MethodRole.Body);
            if (plan.ElementOf(step)?.Path is { } source && LeadsIntoKnownResult(source, step))
                Report(source, ExpressionCompiler.Compile(source, TypesIn(step, MethodRole.Body)), RuleIds.InvalidTemplate, step, MethodRole.Body, [PathSegment.Member(PropertyNames.Each)], PropertyNames.Each);
            if (!declared.HasMethods)
                continue;
            foreach (var (role, method) in declared.Methods)
            {
                if (method.Condition is { } condition)
                    CheckCondition(condition, step, role);
                Check(method.Body, method.SubPlan, step, role);
            }
        }

        return _findings;
    }

    private void Check(StepBody? body, SubPlanModel? subPlan, int step, MethodRole role)
    {
        switch (body)
        {
            case CommandBody command:
                Check(command.Command, step, role, "command");
                for (var index = 0; index < command.Args.Count; index++)
                    Check(command.Args[index], step, role, "args", index: index);
                foreach (var variable in command.Environment)
                    Check(variable.Value, step, role, "env", variable.Name);
                Check(command.WorkingDirectory, step, role, "cwd");
                break;
            case CallBody call:
                Check(call.With, step, role, [PathSegment.Member("with")]);
                break;
            case AgentBody agent:
                Check(agent.Prompt, step, role, "agent", "prompt");
                Check(agent.With, step, role, [PathSegment.Member("agent"), PathSegment.Member("with")]);
                break;
            default:
                if (subPlan is not null)
                    Check(subPlan.With, step, role, [PathSegment.Member("with")]);
                break;
        }
    }

    private void Check(EquatableArray<NamedValue> values, int step, MethodRole role, EquatableArray<PathSegment> way)
    {
        foreach (var value in values)
        {
            if (AreIn(value.Value, step))
                Check(value.Value, step, role, [.. way, PathSegment.Member(value.Name)]);
        }
    }

    private void Check(ValueTemplate value, int step, MethodRole role, EquatableArray<PathSegment> way)
    {
        switch (value)
        {
            case TextValue text:
                Check(text.Template, step, role, way);
                break;
            case ArrayValue array:
                for (var index = 0; index < array.Items.Count; index++)
                    Check(array.Items[index], step, role, [.. way, PathSegment.Element(index)]);
                break;
            case ObjectValue map:
                Check(map.Properties, step, role, way);
                break;
        }
    }

    // Most texts have none, and no way to them is made.
    private void Check(Template? template, int step, MethodRole role, string property, string? name = null, int index = -1)
    {
        if (template is null || !AreIn(template, step))
            return;
        var way = PathSegment.Member(property);
        Check(template, step, role, name is not null ? [way, PathSegment.Member(name)] : index >= 0 ? [way, PathSegment.Element(index)] : [way]);
    }

    private void Check(Template template, int step, MethodRole role, EquatableArray<PathSegment> way)
    {
        var types = TypesIn(step, role);
        var first = way[0].Name is "agent" ? 1 : 0;
        var property = way[first].Name is "env" ? $"env.{way[first + 1].Name}" : way[first].Name!;
        foreach (var part in template.Parts)
        {
            if (part.Expression is not { } expression || !MayBe(expression, step))
                continue;
            var compiled = ExpressionCompiler.Compile(expression, types);
            Report(expression, compiled, RuleIds.InvalidTemplate, step, role, way, property);

            // What is a value of its own may be null, and a text not.
            if (property != "with" || template.Whole is null)
                CheckText(expression, compiled.Type, types, step, role, way, property);
        }
    }

    private void CheckText(Expression inserted, ExpressionType? type, KnownTypes types, int step, MethodRole role, EquatableArray<PathSegment> way, string property)
    {
        if (type is { Kind: ValueKind.Null, IsDynamic: false })
        {
            Add(RuleIds.InvalidTemplate, step, role, way, inserted.Start, inserted.Length, () => new(RuleIds.InvalidTemplate,
                [property, PlaceOf(step, role), TemplateFaults.Unfit($"{(inserted is LiteralExpression ? "null is" : $"{EvaluationFaults.Shown(inserted)} is null, which is")} no text; write what is to stand there")]));
        }
        else if (inserted is PathExpression path && AbsentErrors.WhyAbsent(plan, path, step, role) is { } reason)
        {
            Add(RuleIds.OptionalIntoNonNullable, step, role, way, inserted.Start, inserted.Length, () => new(RuleIds.OptionalIntoNonNullable,
                [$"Reference '{inserted}'", PlaceOf(step, role), "needs a value", inserted.ToString(), reason, AbsentErrors.RemedyFor(path)]));
        }
        else if (type is { MayBeNull: true, IsNullJudged: false, IsDynamic: false } || (inserted is PathExpression { Root: ReferenceRoots.Item, Segments.IsEmpty: true } && types.IsElementAbsentable))
        {
            Add(RuleIds.OptionalIntoNonNullable, step, role, way, inserted.Start, inserted.Length, () => new(RuleIds.OptionalIntoNonNullable,
                [$"Reference '{inserted}'", PlaceOf(step, role), "needs a value", inserted.ToString(), "its type allows null", $"say what to take then: {inserted} ?? …"]));
        }
    }

    private void CheckCondition(Expression condition, int step, MethodRole role)
    {
        EquatableArray<PathSegment> way = [PathSegment.Member(role.Property())];
        Report(condition, ExpressionCompiler.CompileCondition(condition, TypesIn(step, role)), RuleIds.InvalidCondition, step, role, way, role.Property());
    }

    private KnownTypes TypesIn(int step, MethodRole role)
    {
        if (_types is not { } known || (known.Step, known.Role) != (step, role))
            _types = (step, role, new(plan, step, role) { AreSuggestionsRead = () => _findings.Keeps(RuleIds.UnknownMember) });
        return _types.Value.Types;
    }

    // Of members that there are not, and of what may be absent, rules tell unless it is in a list or in the results of a plan.
    private void Report(Expression expression, CompiledExpression compiled, string id, int step, MethodRole role, EquatableArray<PathSegment> way, string property)
    {
        string? condition = null;
        foreach (var fault in compiled.Faults.Concat(StatusComparisons.In(expression, plan.Bindings)))
        {
            var rule = TypeFaultText.RuleOf(fault);
            if (rule is null)
                Add(id, step, role, way, fault.Start, fault.Length, () => new(id, ArgsOf(fault)));
            else if ((fault.Path ?? fault.Nullable) is PathExpression path && LeadsIntoKnown(path, step))
                Add(rule, step, role, way, fault.Start, fault.Length, () => TypeFaultText.Of(fault, PlaceOf(step, role), way[0].Name!)!);
        }

        // A condition is shown as its author has written it.
        EquatableArray<string> ArgsOf(TypeFault fault) => id == RuleIds.InvalidTemplate
            ? [property, PlaceOf(step, role), TemplateFaults.Unfit(fault.Message)]
            : [property, condition ??= Finding.Cut(map.TextOf(step, role, way)), plan.Model.Steps[step].Id, fault.Message];
    }

    // Of what is only counted, nothing is put into words: a condition may be long, and have as many faults as letters.
    private void Add(string id, int step, MethodRole role, EquatableArray<PathSegment> way, int start, int length, Func<TypeFaultText> say)
    {
        var place = Anchor.Text(map.FindText(step, role, way, start, length));
        if (!_findings.Keeps(id))
        {
            _findings.Omit(id, place);
            return;
        }

        var said = say();
        _findings.Add(new(id, place, said.Args) { Suggestion = said.Suggestion });
    }

    private bool LeadsIntoKnown(PathExpression path, int step) => path.Root switch
    {
        ReferenceRoots.Inputs or ReferenceRoots.Env => path.Segments.Count > 1,
        ReferenceRoots.Bindings when !path.Segments.IsEmpty && path.Segments[0].Name is { } name && plan.ConstantNamed(name, step) is not null => true,
        ReferenceRoots.Index or ReferenceRoots.Iteration => !path.Segments.IsEmpty,
        ReferenceRoots.Steps => StepPath.From(path) is { Member: "error" } named && named.Used == path.Segments.Count,
        _ => LeadsIntoKnownResult(path, step),
    };

    private bool LeadsIntoKnownResult(PathExpression path, int step)
    {
        if (!plan.HasAny(StepAspects.Group | StepAspects.Element | StepAspects.SubPlan))
            return false;
        if (path.Root is ReferenceRoots.Item)
            return step >= 0 && plan.ElementOf(step)?.Path is { } source && source.Root is not ReferenceRoots.Item;
        var producer = path.Root switch
        {
            ReferenceRoots.Result or ReferenceRoots.Previous => step,
            ReferenceRoots.Bindings when !path.Segments.IsEmpty && path.Segments[0].Name is { } name => plan.Bindings.ProducerOf(name),
            var root => ReferenceRoots.IsReserved(root) ? NoStep : plan.Bindings.ProducerOf(root),
        };
        return producer >= 0 && (plan.Model.Steps[producer] is { Parallel: not null } or { SubPlan.Target: not null }
            || (plan.Has(producer, StepAspects.Element) && plan.Model.Steps[producer].EffectiveOnFailure is FailurePolicy.Continue));
    }

    private string PlaceOf(int step, MethodRole role)
    {
        if (_place is not { } known || (known.Step, known.Role) != (step, role))
            _place = known = (step, role, step == NoStep ? $"env of plan '{plan.Model.Id}'" : plan.Model.Steps[step].NameOf(role));
        return known.Text;
    }

    private bool AreIn(ValueTemplate value, int step) => value switch
    {
        TextValue text => AreIn(text.Template, step),
        ArrayValue array => array.Items.Any(item => AreIn(item, step)),
        ObjectValue map => map.Properties.Any(property => AreIn(property.Value, step)),
        _ => false,
    };

    private bool AreIn(Template template, int step)
    {
        if (!template.Faults.IsEmpty)
            return false;
        foreach (var part in template.Parts)
        {
            if (part.Expression is { } expression && MayBe(expression, step))
                return true;
        }

        return false;
    }

    // A path or a literal has nothing beside it that it could not fit, and most paths are for rules to judge.
    private bool MayBe(Expression expression, int step) => expression is PathExpression path ? LeadsIntoKnown(path, step) : expression is not LiteralExpression { Kind: not ValueKind.Null };
}
