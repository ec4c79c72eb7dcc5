namespace PlanDsl.Model;

/// <summary>What the steps of a plan file leave, as far as the file alone tells: commands an object with known members, agents and waits any JSON, and
/// groups and fan-outs lists of what their members and elements leave. What a called method or another plan leaves is not known.</summary>
internal static class KnownResults
{
    private const string ListEnd = "[]";
    private const string NullEnd = "?";

    /// <summary>What a command leaves.</summary>
    public static ExpressionType Command { get; } = new(ValueKind.Object, "global::PlanDsl.CommandResult", "CommandResult");

    /// <summary>What a step is to others; <see langword="null"/> where that is not known.</summary>
    public static ExpressionType? Of(PlanAnalysis plan, int step)
    {
        var declared = plan.Model.Steps[step];
        var returned = ReturnedBy(plan, step);
        if (declared.Element is null || returned is null)
            return returned;
        return ListOf(declared.EffectiveOnFailure is FailurePolicy.Continue ? OrNull(returned) : returned);
    }

    /// <summary>What one run of a step's body leaves; <see langword="null"/> where that is not known.</summary>
    public static ExpressionType? ReturnedBy(PlanAnalysis plan, int step)
    {
        var declared = plan.Model.Steps[step];
        if (declared.Parallel is not null)
        {
            if (!plan.TypesOfGroups.TryGetValue(step, out var known))
                plan.TypesOfGroups.Add(step, known = OfGroup(plan, step));
            return known;
        }

        var own = OfBody(declared.Body, declared.SubPlan);
        if (declared.Fallback is not { } fallback || own is null)
            return own;
        var other = OfBody(fallback.Body, fallback.SubPlan);
        return other is null || other.Name == own.Name ? other : ExpressionType.Dynamic;
    }

    /// <summary>What the elements of a list are.</summary>
    public static ExpressionType ElementOf(ExpressionType list)
    {
        var (name, display) = (WithoutEnd(list.Name, ListEnd), WithoutEnd(list.Display, ListEnd));
        if (name.EndsWith(NullEnd, StringComparison.Ordinal))
            return OrNull(Named(WithoutEnd(name, NullEnd), WithoutEnd(display, NullEnd)));
        return Named(name, display);
    }

    private static ExpressionType? OfBody(StepBody? body, SubPlanModel? plan) => body switch
    {
        CommandBody => Command,
        CallBody => null,
        null when plan is not null => null,
        _ => ExpressionType.Dynamic,
    };

    private static ExpressionType? OfGroup(PlanAnalysis plan, int group)
    {
        var declared = plan.Model.Steps[group];
        var members = plan.Bindings.MembersOf(group);
        var isRace = declared.Parallel!.EffectiveStrategy is ParallelStrategy.Any;
        if (!isRace && plan.Bindings.AreMembersKeyed(group))
            return ExpressionType.Dynamic;

        ExpressionType? element = null;
        var isWhole = !declared.Parallel.CanLoseMembers;
        foreach (var member in members)
        {
            if (Of(plan, member) is not { } type || (element is not null && element.Name != type.Name))
                return null;
            element ??= type;
            isWhole &= plan.Model.Steps[member].When is null;
        }

        if (element is null)
            return null;
        var result = isRace ? element : ListOf(isWhole ? element : OrNull(element));
        return declared.Fallback is null || (declared.Fallback is { } fallback && OfBody(fallback.Body, fallback.SubPlan)?.Name == result.Name) ? result : null;
    }

    private static ExpressionType Named(string name, string display) =>
        name == Command.Name ? Command
        : name.EndsWith(ListEnd, StringComparison.Ordinal) ? new(ValueKind.Array, name, display)
        : ExpressionType.Dynamic;

    private static ExpressionType ListOf(ExpressionType element)
    {
        var end = element.MayBeNull ? NullEnd + ListEnd : ListEnd;
        return new(ValueKind.Array, element.Name + end, element.Display + end);
    }

    private static ExpressionType OrNull(ExpressionType type) => type with { MayBeNull = true };

    private static string WithoutEnd(string text, string end) => text.Substring(0, text.Length - end.Length);
}
