namespace PlanDsl.Model;

/// <summary>What the steps of a plan file leave, as far as files alone tell: commands an object with known members, agents and waits any JSON,
/// groups and fan-outs lists of what their members and elements leave, and plan files an object of their results. What a called method or a plan in C# leaves is not known.</summary>
internal static class KnownResults
{
    private const string ListEnd = "[]";
    private const string NullEnd = "?";
    private const string ResultsOf = "results of ";

    // As the type of what is in a list whose elements have several.
    private static readonly ExpressionType Unlike = ExpressionType.Dynamic with { Name = "unlike" };

    /// <summary>What a command leaves.</summary>
    public static ExpressionType Command { get; } = new(ValueKind.Object, "global::PlanDsl.CommandResult", "CommandResult");

    /// <summary>What a group leaves whose members all write a result_key, and what all inputs, constants or variables are together: an object with whatever is there.</summary>
    public static ExpressionType Keyed { get; } = ExpressionType.Dynamic with { Kind = ValueKind.Object };

    /// <summary>What a step is to others; <see langword="null"/> where that is not known.</summary>
    public static ExpressionType? Of(PlanAnalysis plan, int step)
    {
        var declared = plan.Model.Steps[step];
        var returned = ReturnedBy(plan, step);
        if (returned is null || !plan.Has(step, StepAspects.Element))
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

        var own = OfBody(plan, declared.Body, declared.SubPlan);
        if (declared.Fallback is not { } fallback || own is null)
            return own;
        var other = OfBody(plan, fallback.Body, fallback.SubPlan);
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

    /// <summary>What a plan file leaves that a step runs.</summary>
    public static ExpressionType OfPlan(string planId) => new(ValueKind.Object, ResultsOf + planId, PascalCase.From(planId) + "Plan.Results");

    /// <summary>The id of the plan whose results a type stands for; <see langword="null"/> for other types.</summary>
    public static string? PlanOf(ExpressionType type) =>
        type.Kind is ValueKind.Object && type.Name.StartsWith(ResultsOf, StringComparison.Ordinal) ? type.Name.Substring(ResultsOf.Length) : null;

    /// <summary>Whether a list holds values of several types, or of types that are not known.</summary>
    public static bool IsUnlike(ExpressionType type) => type.Kind is ValueKind.Array && (type.Name == Unlike.Name + ListEnd || type.Name == Unlike.Name + NullEnd + ListEnd);

    private static ExpressionType? OfBody(PlanAnalysis analysis, StepBody? body, SubPlanModel? plan) => body switch
    {
        CommandBody => Command,
        CallBody => null,
        null when plan is not null => plan.Target is { } target ? analysis.ResultsOf(target).Type : null,
        _ => ExpressionType.Dynamic,
    };

    private static ExpressionType? OfGroup(PlanAnalysis plan, int group)
    {
        var declared = plan.Model.Steps[group];
        var members = plan.Bindings.MembersOf(group);
        var isRace = declared.Parallel!.EffectiveStrategy is ParallelStrategy.Any;
        if (!isRace && plan.Bindings.AreMembersKeyed(group))
            return Keyed;

        ExpressionType? element = null;
        var isWhole = !declared.Parallel.CanLoseMembers;
        foreach (var member in members)
        {
            var type = Of(plan, member) ?? Unlike;
            element = element is null || element.Name == type.Name ? element ?? type : Unlike;
            isWhole &= plan.Model.Steps[member].When is null;
        }

        if (element is null || (isRace && element.Name == Unlike.Name))
            return null;
        return isRace ? element : ListOf(isWhole ? element : OrNull(element)) with { Count = members.Length };
    }

    private static ExpressionType Named(string name, string display) =>
        name == Command.Name ? Command
        : name.EndsWith(ListEnd, StringComparison.Ordinal) ? new(ValueKind.Array, name, display)
        : name.StartsWith(ResultsOf, StringComparison.Ordinal) ? new(ValueKind.Object, name, display)
        : ExpressionType.Dynamic;

    private static ExpressionType ListOf(ExpressionType element)
    {
        var end = element.MayBeNull ? NullEnd + ListEnd : ListEnd;
        return new(ValueKind.Array, element.Name + end, element.Display + end);
    }

    private static ExpressionType OrNull(ExpressionType type) => type with { MayBeNull = true };

    private static string WithoutEnd(string text, string end) => text.Substring(0, text.Length - end.Length);
}
