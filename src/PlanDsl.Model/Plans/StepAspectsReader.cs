namespace PlanDsl.Model;

/// <summary>Finds out what a step has of <see cref="StepAspects"/>.</summary>
internal static class StepAspectsReader
{
    /// <summary>What its options and its types bring with them.</summary>
    public static StepAspects OfOptions(StepModel step) =>
        If(step.IsAsync && !step.TakesCancellationToken && !step.NeedsContext, StepAspects.Unstoppable)
        | If(step.Parallel is not null, StepAspects.Group)
        | If(step.Group is not null, StepAspects.Member | StepAspects.Absentable)
        | If((step.SubPlan ?? step.Fallback?.SubPlan ?? step.Compensate?.SubPlan) is not null, StepAspects.SubPlan)
        | If(step.Signal is not null, StepAspects.Signal)
        | If(!step.DependsOn.IsEmpty, StepAspects.Dependencies)
        | If(step.Timeout is not null || step.TotalTimeout is not null || step.Fallback?.Timeout is not null || step.Compensate?.Timeout is not null, StepAspects.Time)
        | If(step.Retry is not null, StepAspects.Retry | StepAspects.Time)
        | If(step.OnFailure is not null || step.Critical is not null, StepAspects.Policy | StepAspects.Absentable)
        | If(step.RunWhen is not null, StepAspects.Policy | StepAspects.Absentable | StepAspects.MayMissResult)
        | If(step.When is not null, StepAspects.Absentable)
        | If(step.Flow is not null, StepAspects.Flow | StepAspects.Absentable)
        | If(!step.Implied.IsEmpty, StepAspects.Implied)
        | If(step.Supply is not null, StepAspects.Supply)
        | If(step.ResultType is not null, StepAspects.Result)
        | If(step.DeclaredResultKey is not null, StepAspects.Key)
        | If(!AreNamesPlain(step), StepAspects.Name)
        | If(step.RepeatUntil is not null || step.MaxIterations is not null || step.OnExhausted is not null, StepAspects.Loop)
        | If(step.MaxParallel is not null, StepAspects.Bound)
        | If(IsNullable(step.ResultType) || IsNullable(step.ElementResultType) || IsNullable(step.Stream?.Type) || IsNullable(step.Stream?.Element), StepAspects.Absentable);

    /// <summary>What a parameter of one of its methods does.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="isResolved">Whether it means a step that exists.</param>
    public static StepAspects OfParameter(ParameterModel parameter, bool isResolved) => If(parameter.IsLive, StepAspects.Live) | If(parameter.Path is not null, StepAspects.Path) | parameter.Kind switch
    {
        ParameterKind.Result => Named(isResolved),
        ParameterKind.Element => StepAspects.Element | Named(isResolved),
        ParameterKind.Outcome => StepAspects.Outcome | Named(isResolved),
        ParameterKind.Previous => StepAspects.Previous | StepAspects.Binds | StepAspects.MayMissResult,
        ParameterKind.Input => StepAspects.Input,
        _ => StepAspects.None,
    };

    /// <summary>What follows from the steps that it refers to, of which the rest is known.</summary>
    public static StepAspects OfReferences(PlanBindings bindings, int step)
    {
        // A member waits and is waited for as its group.
        var node = bindings.NodeOf(step);
        var found = bindings.Aspects[node] & StepAspects.MayMissResult;
        foreach (var producer in bindings.AllProducersOf(step))
        {
            if (producer < 0)
                continue;
            found |= If((bindings.Aspects[producer] & (StepAspects.Absentable | StepAspects.Group)) != StepAspects.None, StepAspects.MayMissResult)
                | If(bindings.NodeOf(producer) == node, StepAspects.Reflexive);
        }

        foreach (var dependency in bindings.DependenciesOf(step))
            found |= If(dependency >= 0 && bindings.NodeOf(dependency) == node, StepAspects.Reflexive);
        return found;
    }

    // Of such names there is nothing to be said.
    private static bool AreNamesPlain(StepModel step) =>
        NameRules.IsPlain(step.Id) && (step.DeclaredResultKey is null || NameRules.IsPlain(step.DeclaredResultKey)) && !ReservedNames.IsReservedKey(step.ResultKey)
        && (step.Signal is null || NameRules.IsPlain(step.Signal.Name)) && (step.Pipeline is null || !string.IsNullOrWhiteSpace(step.Pipeline));

    private static StepAspects Named(bool isResolved) => isResolved ? StepAspects.Binds : StepAspects.Unresolved;

    private static bool IsNullable(TypeRef? type) => type is { Nullability: Nullability.Nullable };

    private static StepAspects If(bool condition, StepAspects aspects) => condition ? aspects : StepAspects.None;
}
