namespace PlanDsl.Model;

/// <summary>A step of a plan: one unit of work, run at most once in a run (retries apart), or a parallel group of steps.</summary>
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

    /// <summary>For a fan-out, the type of what its body returns for one element; <see langword="null"/> for another step, and
    /// where it returns nothing.</summary>
    public TypeRef? ElementResultType { get; init; }

    /// <summary>The type of what one call of the body returns, and what <see cref="MethodRoles.SeesOwnResult"/> is about;
    /// <see langword="null"/> where it returns nothing.</summary>
    public TypeRef? ReturnedType => ElementResultType ?? ResultType;

    /// <summary>Whether the body returns a task: such a body starts inline until its first await, where synchronous
    /// ones that are ready together spread over the thread pool.</summary>
    public bool IsAsync { get; init; }

    /// <summary>The stream that the body returns, which is brought to its end; <see langword="null"/> where it returns none.</summary>
    public StreamModel? Stream { get; init; }

    /// <summary>What the body is given, in the order of its parameters.</summary>
    public EquatableArray<ParameterModel> Parameters { get; init; }

    /// <summary>The ids of steps that must end before this one starts, beyond those whose results it binds.</summary>
    public EquatableArray<string> DependsOn { get; init; }

    /// <summary>The declared failure policy; <see langword="null"/> for the default, <see cref="FailurePolicy.Abort"/>.</summary>
    public FailurePolicy? OnFailure { get; init; }

    /// <summary>How long an attempt may execute; <see langword="null"/> for the plan's default.</summary>
    public Duration? Timeout { get; init; }

    /// <summary>How long the step may take with all its attempts and the delays between them; <see langword="null"/> for
    /// no bound.</summary>
    public Duration? TotalTimeout { get; init; }

    /// <summary>What follows the failure of an attempt; <see langword="null"/> where nothing is declared.</summary>
    public RetryModel? Retry { get; init; }

    /// <summary>The name of the resilience pipeline around all attempts; <see langword="null"/> for none.</summary>
    public string? Pipeline { get; init; }

    /// <summary>What the step of a plan file does; <see langword="null"/> for one whose body is a method, a group, a sub-plan or a wait.</summary>
    public StepBody? Body { get; init; }

    /// <summary>What a sequential plan file says of the way to and from the step; <see langword="null"/> in a plan whose steps
    /// wait for what they depend on, and for members of a group.</summary>
    public FlowModel? Flow { get; init; }

    /// <summary>The steps that must end before this one starts, beyond those whose results it binds and <see cref="DependsOn"/>:
    /// by the order of a sequential plan, or because they provide what it consumes.</summary>
    public EquatableArray<ImpliedEdge> Implied { get; init; }

    /// <summary>The names of what the step makes available and needs; <see langword="null"/> where it says nothing of that.</summary>
    public SupplyModel? Supply { get; init; }

    /// <summary>What people are told of the step; <see langword="null"/> where that is nothing beyond its id.</summary>
    public CaptionModel? Caption { get; init; }

    /// <summary>The plan that the step runs; <see langword="null"/> for a step with a body of its own.</summary>
    public SubPlanModel? SubPlan { get; init; }

    /// <summary>The signal that the step waits for; <see langword="null"/> for a step with a body of its own.</summary>
    public SignalModel? Signal { get; init; }

    /// <summary>What says whether the step is to run; <see langword="null"/> where it always is.</summary>
    public MethodModel? When { get; init; }

    /// <summary>After which ends of its predecessors the step runs; <see langword="null"/> for the default, <see cref="PlanDsl.RunWhen.Success"/>.</summary>
    public RunWhen? RunWhen { get; init; }

    /// <summary>What is called when the last attempt has failed; <see langword="null"/> for nothing.</summary>
    public MethodModel? Fallback { get; init; }

    /// <summary>What undoes the step; <see langword="null"/> for nothing.</summary>
    public MethodModel? Compensate { get; init; }

    /// <summary>What says whether the body need not be repeated; <see langword="null"/> for a body that is not repeated.</summary>
    public MethodModel? RepeatUntil { get; init; }

    /// <summary>The id of the parallel group that the step is a member of; <see langword="null"/> for none.</summary>
    public string? Group { get; init; }

    /// <summary>What makes this row a parallel group, which has members instead of a body; <see langword="null"/> for a step
    /// of its own. Groups stand after the steps that have bodies.</summary>
    public ParallelModel? Parallel { get; init; }

    /// <summary>How many members of the group, or elements of the fan-out, may run at once; <see langword="null"/> for no bound
    /// of its own.</summary>
    public int? MaxParallel { get; init; }

    /// <summary>How often the body runs at most until <see cref="RepeatUntil"/> holds; <see langword="null"/> where it is left out.</summary>
    public int? MaxIterations { get; init; }

    /// <summary>What becomes of a loop whose iterations are used up; <see langword="null"/> for the default, <see cref="PlanDsl.OnExhausted.Fail"/>.</summary>
    public OnExhausted? OnExhausted { get; init; }

    /// <summary>Whether a failure of this step fails the run, as declared; <see langword="null"/> for the default, which
    /// is <see langword="false"/> under <see cref="FailurePolicy.Continue"/> and <see langword="true"/> otherwise.</summary>
    public bool? Critical { get; init; }

    /// <summary>Whether a failure of this step fails the run.</summary>
    public bool IsCritical => !HasFailureBranch && (Critical ?? OnFailure is not FailurePolicy.Continue);

    /// <summary>Whether steps of a sequential plan handle a failure of this one, which then means nothing to the others.</summary>
    private bool HasFailureBranch => Flow is { FailureBranch.IsEmpty: false };

    /// <summary>The policy in force: the declared one, except that a step which is not critical does not abort.</summary>
    public FailurePolicy EffectiveOnFailure => HasFailureBranch ? FailurePolicy.Continue : OnFailure switch
    {
        null or FailurePolicy.Abort => IsCritical ? FailurePolicy.Abort : FailurePolicy.Continue,
        { } policy => policy,
    };

    /// <summary>Whether a step that depends on this one may run although this one left no result: it failed and that is
    /// tolerated or has a branch of its own, or it was skipped because of its own condition. Of a group's member its group decides, and in a plan
    /// with transitions the ways through it, see <see cref="OptionalResults"/>.</summary>
    public bool IsOptionalToConsumers => EffectiveOnFailure is FailurePolicy.Continue || When is not null || RunWhen is PlanDsl.RunWhen.Failure;

    /// <summary>Whether the step runs although steps before it have failed, so that their results may be absent.</summary>
    public bool RunsAfterFailures => RunWhen is PlanDsl.RunWhen.Failure or PlanDsl.RunWhen.Always;

    /// <summary>The methods beside the body that the step calls, in the order of their roles.</summary>
    public IEnumerable<(MethodRole Role, MethodModel Method)> Methods
    {
        get
        {
            foreach (var role in MethodRoles.Named)
            {
                if (MethodFor(role) is { } method)
                    yield return (role, method);
            }
        }
    }

    /// <summary>The plans that the step runs: as its body, in place of it, or to undo it.</summary>
    public IEnumerable<(MethodRole Role, SubPlanModel Plan)> SubPlans
    {
        get
        {
            if (SubPlan is { } plan)
                yield return (MethodRole.Body, plan);
            if (Fallback?.SubPlan is { } fallback)
                yield return (MethodRole.Fallback, fallback);
            if (Compensate?.SubPlan is { } compensation)
                yield return (MethodRole.Compensate, compensation);
        }
    }

    /// <summary>The same step with something else known of these plans.</summary>
    /// <param name="known">Gives what is known of one.</param>
    public StepModel WithSubPlans(Func<SubPlanModel, SubPlanModel> known)
    {
        if (SubPlan is null && Fallback?.SubPlan is null && Compensate?.SubPlan is null)
            return this;
        return this with { SubPlan = SubPlan is null ? null : known(SubPlan), Fallback = Within(Fallback), Compensate = Within(Compensate) };

        MethodModel? Within(MethodModel? method) => method?.SubPlan is { } plan ? method with { SubPlan = known(plan) } : method;
    }

    /// <summary>Whether the step calls a method beside its body.</summary>
    public bool HasMethods => When is not null || RepeatUntil is not null || Fallback is not null || Compensate is not null;

    /// <summary>The parameter that makes the step a fan-out, whose body is called for each element of a collection;
    /// <see langword="null"/> for a step that is none.</summary>
    public ParameterModel? Element
    {
        get
        {
            foreach (var parameter in Parameters)
            {
                if (parameter.Kind is ParameterKind.Element)
                    return parameter;
            }

            return null;
        }
    }

    /// <summary>Whether the body is given the cancellation token of its attempt.</summary>
    public bool TakesCancellationToken => Body is not null || Takes(ParameterKind.CancellationToken);

    /// <summary>Whether the body is given the context of its attempt.</summary>
    public bool TakesContext => Takes(ParameterKind.Context);

    /// <summary>Whether the body, or what is called in its place or to undo it, asks for services, so that a run does not start
    /// without any.</summary>
    public bool NeedsServices => SubPlan is { IsFromServices: true }
        || AreServicesIn(Parameters) || AreServicesIn(ParametersOf(MethodRole.Fallback)) || AreServicesIn(ParametersOf(MethodRole.Compensate));

    /// <summary>Whether the body reads the stream of another step live.</summary>
    public bool ReadsLive
    {
        get
        {
            foreach (var parameter in Parameters)
            {
                if (parameter.IsLive)
                    return true;
            }

            return false;
        }
    }

    /// <summary>Whether the engine does the step's work, the body only asking for it: it runs another plan or waits.</summary>
    public bool IsDoneByEngine => SubPlan is not null || Signal is not null;

    /// <summary>Whether the body needs the context of its attempt, be it given to the author's method or not.</summary>
    public bool NeedsContext => TakesContext || IsDoneByEngine || Body is AgentBody || Takes(ParameterKind.Service) || Takes(ParameterKind.Outcome)
        || Stream is { IsReadLive: true } || ReadsLive;

    /// <summary>Whether the step asks for more than to be called once its predecessors have succeeded.</summary>
    /// <param name="plan">The plan that it belongs to, whose defaults hold for it.</param>
    public bool IsGovernedIn(PlanModel plan) => HasBoundsIn(plan) || AsksForMore;

    /// <summary>Whether what makes the step governed is a timeout or retries, and nothing else: its first attempt is a call like any
    /// other as long as that neither fails nor takes too long.</summary>
    /// <param name="plan">The plan that it belongs to, whose defaults hold for it.</param>
    public bool IsBoundedIn(PlanModel plan) => HasBoundsIn(plan) && !AsksForMore;

    /// <summary>The timeout in force: the declared one, else the plan's default. That holds for the members of a group, each by
    /// itself, and not for the group; nor does it hold for a wait.</summary>
    /// <param name="plan">The plan that it belongs to, whose defaults hold for it.</param>
    public Duration? EffectiveTimeoutIn(PlanModel plan) => Timeout ?? (Parallel is null && Signal is null ? plan.DefaultTimeout : null);

    /// <summary>The method that the step calls for this purpose; <see langword="null"/> where there is none, and for its body.</summary>
    public MethodModel? MethodFor(MethodRole role) => role switch
    {
        MethodRole.When => When,
        MethodRole.RepeatUntil => RepeatUntil,
        MethodRole.Fallback => Fallback,
        MethodRole.Compensate => Compensate,
        _ => null,
    };

    /// <summary>The parameters of the body, or of the method that the step calls for another purpose; none where there is no such method.</summary>
    public EquatableArray<ParameterModel> ParametersOf(MethodRole role) => role is MethodRole.Body ? Parameters : MethodFor(role)?.Parameters ?? [];

    /// <summary>The body, or a method that the step calls for another purpose, as messages name it. A condition is named by its text.</summary>
    internal string NameOf(MethodRole role) => role is MethodRole.Body ? Name : $"{role.Noun()} '{Finding.Cut(MethodFor(role)?.Name ?? "")}' of {Name}";

    /// <summary>The step or group as messages name it.</summary>
    internal string Name => $"{(Parallel is null ? "step" : "group")} '{Finding.Cut(Id)}'";

    /// <summary>What the engine has to know of this step, as it stands in the plan's table.</summary>
    /// <param name="plan">The plan that it belongs to, whose defaults hold for it.</param>
    public StepTraits TraitsIn(PlanModel plan) =>
        (IsAsync ? StepTraits.Async : StepTraits.None)
        | (IsCritical ? StepTraits.Critical : StepTraits.None)
        | (TakesCancellationToken || NeedsContext || Stream is not null ? StepTraits.Cancellable : StepTraits.None)
        | (IsGovernedIn(plan) ? StepTraits.Governed : StepTraits.None)
        | (IsBoundedIn(plan) ? StepTraits.Bounded : StepTraits.None)
        | EffectiveOnFailure switch
        {
            FailurePolicy.SkipDependents => StepTraits.SkipDependents,
            FailurePolicy.Continue => StepTraits.Continue,
            _ => StepTraits.None,
        };

    private bool HasBoundsIn(PlanModel plan) => EffectiveTimeoutIn(plan) is not null || Retry?.Retries is > 0;

    private bool AsksForMore => TotalTimeout is not null || Pipeline is not null || NeedsContext
        || RunsAfterFailures || When is not null || RepeatUntil is not null || Fallback is not null || Compensate is not null
        || Group is not null || Parallel is not null || Element is not null || Flow is not null;

    private bool Takes(ParameterKind kind) => AreIn(Parameters, kind);

    private static bool AreServicesIn(EquatableArray<ParameterModel> parameters) => AreIn(parameters, ParameterKind.Service);

    private static bool AreIn(EquatableArray<ParameterModel> parameters, ParameterKind kind)
    {
        foreach (var parameter in parameters)
        {
            if (parameter.Kind == kind)
                return true;
        }

        return false;
    }
}
