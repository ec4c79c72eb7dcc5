namespace PlanDsl.Model;

/// <summary>A step of a plan: one unit of work, run at most once in a run (retries apart).</summary>
public sealed record StepModel
{
    /// <summary>The step's id, unique in its plan.</summary>
    public required string Id { get; init; }

    /// <summary>The result_key that the author wrote; <see langword="null"/> where the id serves.</summary>
    public string? DeclaredResultKey { get; init; }

    /// <summary>The result_key under which other steps bind this step's result: the declared one, else the id.</summary>
    public string ResultKey => DeclaredResultKey ?? Id;

    /// <summary>The type of the result; <see langword="null"/> for a step that produces no value.</summary>
    public TypeRef? ResultType { get; init; }

    /// <summary>Whether the body returns a task: such a body starts inline until its first await, where synchronous
    /// ones that are ready together spread over the thread pool.</summary>
    public bool IsAsync { get; init; }

    /// <summary>What the body is given, in the order of its parameters.</summary>
    public EquatableArray<ParameterModel> Parameters { get; init; }

    /// <summary>The ids of steps that must end before this one starts, beyond those whose results it binds.</summary>
    public EquatableArray<string> DependsOn { get; init; }

    /// <summary>The declared failure policy; <see langword="null"/> for the default, <see cref="FailurePolicy.Abort"/>.</summary>
    public FailurePolicy? OnFailure { get; init; }

    /// <summary>Whether a failure of this step fails the run, as declared; <see langword="null"/> for the default, which
    /// is <see langword="false"/> under <see cref="FailurePolicy.Continue"/> and <see langword="true"/> otherwise.</summary>
    public bool? Critical { get; init; }

    /// <summary>Whether a failure of this step fails the run.</summary>
    public bool IsCritical => Critical ?? OnFailure is not FailurePolicy.Continue;

    /// <summary>The policy in force: the declared one, except that a step which is not critical does not abort.</summary>
    public FailurePolicy EffectiveOnFailure => OnFailure switch
    {
        null or FailurePolicy.Abort => IsCritical ? FailurePolicy.Abort : FailurePolicy.Continue,
        { } policy => policy,
    };

    /// <summary>Whether a step that depends on this one may run although this one left no result.</summary>
    public bool IsOptionalToConsumers => EffectiveOnFailure is FailurePolicy.Continue;

    /// <summary>Whether the body is given the cancellation token of its attempt.</summary>
    public bool TakesCancellationToken
    {
        get
        {
            foreach (var parameter in Parameters)
            {
                if (parameter.Kind is ParameterKind.CancellationToken)
                    return true;
            }

            return false;
        }
    }

    /// <summary>What the engine has to know of this step, as it stands in the plan's table.</summary>
    public StepTraits Traits =>
        (IsAsync ? StepTraits.Async : StepTraits.None)
        | (IsCritical ? StepTraits.Critical : StepTraits.None)
        | (TakesCancellationToken ? StepTraits.Cancellable : StepTraits.None)
        | EffectiveOnFailure switch
        {
            FailurePolicy.SkipDependents => StepTraits.SkipDependents,
            FailurePolicy.Continue => StepTraits.Continue,
            _ => StepTraits.None,
        };
}
