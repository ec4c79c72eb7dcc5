using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace PlanDsl.Analyzers;

/// <summary>The descriptors by who reports them, and by id.</summary>
internal static class Descriptors
{
    /// <summary>What is reported of plans.</summary>
    public static readonly ImmutableArray<DiagnosticDescriptor> OfPlans =
    [
        DeclarationDescriptors.NotPartial,
        DeclarationDescriptors.NoSteps,
        DeclarationDescriptors.DuplicateStepId,
        DeclarationDescriptors.InvalidName,
        DeclarationDescriptors.UnsupportedShape,
        DeclarationDescriptors.UnsupportedSignature,
        DeclarationDescriptors.IgnoresCancellation,
        DeclarationDescriptors.TooManySteps,
        DeclarationDescriptors.DuplicatePlanId,
        GraphDescriptors.Cycle,
        GraphDescriptors.UnknownDependency,
        GraphDescriptors.SelfDependency,
        GraphDescriptors.RedundantDependency,
        GraphDescriptors.RecursivePlan,
        BindingDescriptors.UnboundParameter,
        BindingDescriptors.TypeMismatch,
        BindingDescriptors.DuplicateResultKey,
        BindingDescriptors.OptionalIntoNonNullable,
        BindingDescriptors.UnusedResult,
        BindingDescriptors.ShadowedInput,
        BindingDescriptors.ElementSource,
        BindingDescriptors.LiveStream,
        BindingDescriptors.InputDeclaredTwice,
        BindingDescriptors.Unrecordable,
        PolicyDescriptors.InvalidTimeout,
        PolicyDescriptors.InvalidRetry,
        PolicyDescriptors.TimeoutExceedsPlan,
        PolicyDescriptors.ThresholdOutOfRange,
        PolicyDescriptors.InvalidParallelism,
        PolicyDescriptors.UnknownPolicy,
        PolicyDescriptors.InvalidFallback,
        PolicyDescriptors.InvalidCondition,
        PolicyDescriptors.IneffectiveOption,
        PolicyDescriptors.InvalidLoop,
    ];

    /// <summary>What is reported of plan files, and of the classes that name them.</summary>
    public static readonly ImmutableArray<DiagnosticDescriptor> OfPlanFiles =
    [
        .. OfPlans,
        GraphDescriptors.UnreachableStep,
        BindingDescriptors.UnknownMember,
        BindingDescriptors.NotProvided,
        PlanFileDescriptors.MalformedJson,
        PlanFileDescriptors.UnknownProperty,
        PlanFileDescriptors.WrongType,
        PlanFileDescriptors.MissingProperty,
        PlanFileDescriptors.UnsupportedVersion,
        PlanFileDescriptors.StepBodyNotFound,
        PlanFileDescriptors.UnresolvedVariable,
        PlanFileDescriptors.OverLimit,
        PlanFileDescriptors.NotOneKind,
        PlanFileDescriptors.InvalidTemplate,
        PlanFileDescriptors.InvalidTransitions,
        PlanFileDescriptors.PlanFileNotFound,
    ];

    /// <summary>What is reported of state machines.</summary>
    public static readonly ImmutableArray<DiagnosticDescriptor> OfStateMachines =
    [
        DeclarationDescriptors.NotPartial,
        DeclarationDescriptors.UnsupportedShape,
        StateMachineDescriptors.UnreachableState,
        StateMachineDescriptors.DeadEnd,
        StateMachineDescriptors.AmbiguousTransition,
        StateMachineDescriptors.NoInitialState,
        StateMachineDescriptors.UnusedTrigger,
    ];

    private static readonly ImmutableDictionary<string, DiagnosticDescriptor> ById =
        OfPlanFiles.Union(OfStateMachines).ToImmutableDictionary(static descriptor => descriptor.Id, StringComparer.Ordinal);

    public static DiagnosticDescriptor Get(string id) => ById[id];
}
