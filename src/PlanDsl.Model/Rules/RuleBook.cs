using System.Collections.Immutable;

namespace PlanDsl.Model;

/// <summary>Every rule that judges plans and state machines, in the order of their ids.</summary>
public static class RuleBook
{
    /// <summary>All rules.</summary>
    public static ImmutableArray<RuleInfo> All { get; } =
    [
        new(RuleIds.NotPartial, RuleFamily.Declaration, FindingSeverity.Hidden, RuleTitles.NotPartial, RuleMessages.NotPartial),
        new(RuleIds.NoSteps, RuleFamily.Declaration, FindingSeverity.Error, RuleTitles.NoSteps, RuleMessages.NoSteps),
        new(RuleIds.DuplicateStepId, RuleFamily.Declaration, FindingSeverity.Error, RuleTitles.DuplicateStepId, RuleMessages.DuplicateStepId),
        new(RuleIds.InvalidName, RuleFamily.Declaration, FindingSeverity.Error, RuleTitles.InvalidName, RuleMessages.InvalidName),
        new(RuleIds.UnsupportedShape, RuleFamily.Declaration, FindingSeverity.Error, RuleTitles.UnsupportedShape, RuleMessages.UnsupportedShape),
        new(RuleIds.UnsupportedSignature, RuleFamily.Declaration, FindingSeverity.Error, RuleTitles.UnsupportedSignature, RuleMessages.UnsupportedSignature),
        new(RuleIds.IgnoresCancellation, RuleFamily.Declaration, FindingSeverity.Info, RuleTitles.IgnoresCancellation, RuleMessages.IgnoresCancellation),
        new(RuleIds.TooManySteps, RuleFamily.Declaration, FindingSeverity.Error, RuleTitles.TooManySteps, RuleMessages.TooManySteps),
        new(RuleIds.DuplicatePlanId, RuleFamily.Declaration, FindingSeverity.Error, RuleTitles.DuplicatePlanId, RuleMessages.DuplicatePlanId),
        new(RuleIds.PlanIsInvalid, RuleFamily.Declaration, FindingSeverity.Error, RuleTitles.PlanIsInvalid, RuleMessages.PlanIsInvalid),
        new(RuleIds.Cycle, RuleFamily.Graph, FindingSeverity.Error, RuleTitles.Cycle, RuleMessages.Cycle),
        new(RuleIds.UnknownDependency, RuleFamily.Graph, FindingSeverity.Error, RuleTitles.UnknownDependency, RuleMessages.UnknownDependency),
        new(RuleIds.SelfDependency, RuleFamily.Graph, FindingSeverity.Error, RuleTitles.SelfDependency, RuleMessages.SelfDependency),
        new(RuleIds.RedundantDependency, RuleFamily.Graph, FindingSeverity.Info, RuleTitles.RedundantDependency, RuleMessages.RedundantDependency),
        new(RuleIds.UnreachableStep, RuleFamily.Graph, FindingSeverity.Warning, RuleTitles.UnreachableStep, RuleMessages.UnreachableStep),
        new(RuleIds.RecursivePlan, RuleFamily.Graph, FindingSeverity.Error, RuleTitles.RecursivePlan, RuleMessages.RecursivePlan),
        new(RuleIds.UnboundParameter, RuleFamily.Binding, FindingSeverity.Error, RuleTitles.UnboundParameter, RuleMessages.UnboundParameter),
        new(RuleIds.TypeMismatch, RuleFamily.Binding, FindingSeverity.Error, RuleTitles.TypeMismatch, RuleMessages.TypeMismatch),
        new(RuleIds.DuplicateResultKey, RuleFamily.Binding, FindingSeverity.Error, RuleTitles.DuplicateResultKey, RuleMessages.DuplicateResultKey),
        new(RuleIds.OptionalIntoNonNullable, RuleFamily.Binding, FindingSeverity.Error, RuleTitles.OptionalIntoNonNullable, RuleMessages.OptionalIntoNonNullable),
        new(RuleIds.UnusedResult, RuleFamily.Binding, FindingSeverity.Info, RuleTitles.UnusedResult, RuleMessages.UnusedResult),
        new(RuleIds.ShadowedInput, RuleFamily.Binding, FindingSeverity.Error, RuleTitles.ShadowedInput, RuleMessages.ShadowedInput),
        new(RuleIds.UnknownMember, RuleFamily.Binding, FindingSeverity.Error, RuleTitles.UnknownMember, RuleMessages.UnknownMember),
        new(RuleIds.ElementSource, RuleFamily.Binding, FindingSeverity.Error, RuleTitles.ElementSource, RuleMessages.ElementSource),
        new(RuleIds.NotProvided, RuleFamily.Binding, FindingSeverity.Error, RuleTitles.NotProvided, RuleMessages.NotProvided),
        new(RuleIds.LiveStream, RuleFamily.Binding, FindingSeverity.Error, RuleTitles.LiveStream, RuleMessages.LiveStream),
        new(RuleIds.InputDeclaredTwice, RuleFamily.Binding, FindingSeverity.Error, RuleTitles.InputDeclaredTwice, RuleMessages.InputDeclaredTwice),
        new(RuleIds.Unrecordable, RuleFamily.Binding, FindingSeverity.Error, RuleTitles.Unrecordable, RuleMessages.Unrecordable),
        new(RuleIds.InvalidTimeout, RuleFamily.Policy, FindingSeverity.Error, RuleTitles.InvalidTimeout, RuleMessages.InvalidTimeout),
        new(RuleIds.InvalidRetry, RuleFamily.Policy, FindingSeverity.Error, RuleTitles.InvalidRetry, RuleMessages.InvalidRetry),
        new(RuleIds.TimeoutExceedsPlan, RuleFamily.Policy, FindingSeverity.Error, RuleTitles.TimeoutExceedsPlan, RuleMessages.TimeoutExceedsPlan),
        new(RuleIds.ThresholdOutOfRange, RuleFamily.Policy, FindingSeverity.Error, RuleTitles.ThresholdOutOfRange, RuleMessages.ThresholdOutOfRange),
        new(RuleIds.InvalidParallelism, RuleFamily.Policy, FindingSeverity.Error, RuleTitles.InvalidParallelism, RuleMessages.InvalidParallelism),
        new(RuleIds.UnknownPolicy, RuleFamily.Policy, FindingSeverity.Error, RuleTitles.UnknownPolicy, RuleMessages.UnknownPolicy),
        new(RuleIds.InvalidFallback, RuleFamily.Policy, FindingSeverity.Error, RuleTitles.InvalidFallback, RuleMessages.InvalidFallback),
        new(RuleIds.InvalidCondition, RuleFamily.Policy, FindingSeverity.Error, RuleTitles.InvalidCondition, RuleMessages.InvalidCondition),
        new(RuleIds.IneffectiveOption, RuleFamily.Policy, FindingSeverity.Error, RuleTitles.IneffectiveOption, RuleMessages.IneffectiveOption),
        new(RuleIds.InvalidLoop, RuleFamily.Policy, FindingSeverity.Error, RuleTitles.InvalidLoop, RuleMessages.InvalidLoop),
        new(RuleIds.UnreachableState, RuleFamily.StateMachine, FindingSeverity.Error, RuleTitles.UnreachableState, RuleMessages.UnreachableState),
        new(RuleIds.DeadEnd, RuleFamily.StateMachine, FindingSeverity.Warning, RuleTitles.DeadEnd, RuleMessages.DeadEnd),
        new(RuleIds.AmbiguousTransition, RuleFamily.StateMachine, FindingSeverity.Error, RuleTitles.AmbiguousTransition, RuleMessages.AmbiguousTransition),
        new(RuleIds.NoInitialState, RuleFamily.StateMachine, FindingSeverity.Error, RuleTitles.NoInitialState, RuleMessages.NoInitialState),
        new(RuleIds.UnusedTrigger, RuleFamily.StateMachine, FindingSeverity.Info, RuleTitles.UnusedTrigger, RuleMessages.UnusedTrigger),
        new(RuleIds.MalformedJson, RuleFamily.PlanFile, FindingSeverity.Error, RuleTitles.MalformedJson, RuleMessages.MalformedJson),
        new(RuleIds.UnknownProperty, RuleFamily.PlanFile, FindingSeverity.Error, RuleTitles.UnknownProperty, RuleMessages.UnknownProperty),
        new(RuleIds.WrongType, RuleFamily.PlanFile, FindingSeverity.Error, RuleTitles.WrongType, RuleMessages.WrongType),
        new(RuleIds.MissingProperty, RuleFamily.PlanFile, FindingSeverity.Error, RuleTitles.MissingProperty, RuleMessages.MissingProperty),
        new(RuleIds.UnsupportedVersion, RuleFamily.PlanFile, FindingSeverity.Error, RuleTitles.UnsupportedVersion, RuleMessages.UnsupportedVersion),
        new(RuleIds.StepBodyNotFound, RuleFamily.PlanFile, FindingSeverity.Error, RuleTitles.StepBodyNotFound, RuleMessages.StepBodyNotFound),
        new(RuleIds.UnresolvedVariable, RuleFamily.PlanFile, FindingSeverity.Warning, RuleTitles.UnresolvedVariable, RuleMessages.UnresolvedVariable),
        new(RuleIds.OverLimit, RuleFamily.PlanFile, FindingSeverity.Error, RuleTitles.OverLimit, RuleMessages.OverLimit),
        new(RuleIds.NotOneKind, RuleFamily.PlanFile, FindingSeverity.Error, RuleTitles.NotOneKind, RuleMessages.NotOneKind),
        new(RuleIds.InvalidTemplate, RuleFamily.PlanFile, FindingSeverity.Error, RuleTitles.InvalidTemplate, RuleMessages.InvalidTemplate),
        new(RuleIds.InvalidTransitions, RuleFamily.PlanFile, FindingSeverity.Error, RuleTitles.InvalidTransitions, RuleMessages.InvalidTransitions),
        new(RuleIds.PlanFileNotFound, RuleFamily.PlanFile, FindingSeverity.Error, RuleTitles.PlanFileNotFound, RuleMessages.PlanFileNotFound),
    ];

    private static readonly Dictionary<string, RuleInfo> ById = All.ToDictionary(static rule => rule.Id, StringComparer.Ordinal);

    /// <summary>The rule with the id <paramref name="id"/>.</summary>
    /// <exception cref="KeyNotFoundException">No rule has this id.</exception>
    public static RuleInfo Get(string id) => ById[id];
}
