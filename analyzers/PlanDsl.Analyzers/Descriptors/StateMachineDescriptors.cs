using Microsoft.CodeAnalysis;
using PlanDsl.Model;

namespace PlanDsl.Analyzers;

/// <summary>04xx: state machines.</summary>
internal static class StateMachineDescriptors
{
    public static readonly DiagnosticDescriptor UnreachableState = new(
        RuleIds.UnreachableState, RuleTitles.UnreachableState, RuleMessages.UnreachableState, Categories.StateMachine, DiagnosticSeverity.Error,
        isEnabledByDefault: true, helpLinkUri: RuleBook.Get(RuleIds.UnreachableState).HelpLink, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor DeadEnd = new(
        RuleIds.DeadEnd, RuleTitles.DeadEnd, RuleMessages.DeadEnd, Categories.StateMachine, DiagnosticSeverity.Warning,
        isEnabledByDefault: true, helpLinkUri: RuleBook.Get(RuleIds.DeadEnd).HelpLink);

    public static readonly DiagnosticDescriptor AmbiguousTransition = new(
        RuleIds.AmbiguousTransition, RuleTitles.AmbiguousTransition, RuleMessages.AmbiguousTransition, Categories.StateMachine, DiagnosticSeverity.Error,
        isEnabledByDefault: true, helpLinkUri: RuleBook.Get(RuleIds.AmbiguousTransition).HelpLink, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor NoInitialState = new(
        RuleIds.NoInitialState, RuleTitles.NoInitialState, RuleMessages.NoInitialState, Categories.StateMachine, DiagnosticSeverity.Error,
        isEnabledByDefault: true, helpLinkUri: RuleBook.Get(RuleIds.NoInitialState).HelpLink, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor UnusedTrigger = new(
        RuleIds.UnusedTrigger, RuleTitles.UnusedTrigger, RuleMessages.UnusedTrigger, Categories.StateMachine, DiagnosticSeverity.Info,
        isEnabledByDefault: true, helpLinkUri: RuleBook.Get(RuleIds.UnusedTrigger).HelpLink);
}
