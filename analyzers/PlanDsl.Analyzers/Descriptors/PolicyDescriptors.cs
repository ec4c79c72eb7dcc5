using Microsoft.CodeAnalysis;
using PlanDsl.Model;

namespace PlanDsl.Analyzers;

/// <summary>03xx: policies and limits.</summary>
internal static class PolicyDescriptors
{
    public static readonly DiagnosticDescriptor InvalidTimeout = new(
        RuleIds.InvalidTimeout, RuleTitles.InvalidTimeout, RuleMessages.InvalidTimeout, Categories.Policy, DiagnosticSeverity.Error,
        isEnabledByDefault: true, helpLinkUri: RuleBook.Get(RuleIds.InvalidTimeout).HelpLink, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor InvalidRetry = new(
        RuleIds.InvalidRetry, RuleTitles.InvalidRetry, RuleMessages.InvalidRetry, Categories.Policy, DiagnosticSeverity.Error,
        isEnabledByDefault: true, helpLinkUri: RuleBook.Get(RuleIds.InvalidRetry).HelpLink, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor TimeoutExceedsPlan = new(
        RuleIds.TimeoutExceedsPlan, RuleTitles.TimeoutExceedsPlan, RuleMessages.TimeoutExceedsPlan, Categories.Policy, DiagnosticSeverity.Error,
        isEnabledByDefault: true, helpLinkUri: RuleBook.Get(RuleIds.TimeoutExceedsPlan).HelpLink, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor ThresholdOutOfRange = new(
        RuleIds.ThresholdOutOfRange, RuleTitles.ThresholdOutOfRange, RuleMessages.ThresholdOutOfRange, Categories.Policy, DiagnosticSeverity.Error,
        isEnabledByDefault: true, helpLinkUri: RuleBook.Get(RuleIds.ThresholdOutOfRange).HelpLink, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor InvalidParallelism = new(
        RuleIds.InvalidParallelism, RuleTitles.InvalidParallelism, RuleMessages.InvalidParallelism, Categories.Policy, DiagnosticSeverity.Error,
        isEnabledByDefault: true, helpLinkUri: RuleBook.Get(RuleIds.InvalidParallelism).HelpLink, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor UnknownPolicy = new(
        RuleIds.UnknownPolicy, RuleTitles.UnknownPolicy, RuleMessages.UnknownPolicy, Categories.Policy, DiagnosticSeverity.Error,
        isEnabledByDefault: true, helpLinkUri: RuleBook.Get(RuleIds.UnknownPolicy).HelpLink, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor InvalidFallback = new(
        RuleIds.InvalidFallback, RuleTitles.InvalidFallback, RuleMessages.InvalidFallback, Categories.Policy, DiagnosticSeverity.Error,
        isEnabledByDefault: true, helpLinkUri: RuleBook.Get(RuleIds.InvalidFallback).HelpLink, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor InvalidCondition = new(
        RuleIds.InvalidCondition, RuleTitles.InvalidCondition, RuleMessages.InvalidCondition, Categories.Policy, DiagnosticSeverity.Error,
        isEnabledByDefault: true, helpLinkUri: RuleBook.Get(RuleIds.InvalidCondition).HelpLink, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor IneffectiveOption = new(
        RuleIds.IneffectiveOption, RuleTitles.IneffectiveOption, RuleMessages.IneffectiveOption, Categories.Policy, DiagnosticSeverity.Error,
        isEnabledByDefault: true, helpLinkUri: RuleBook.Get(RuleIds.IneffectiveOption).HelpLink, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor InvalidLoop = new(
        RuleIds.InvalidLoop, RuleTitles.InvalidLoop, RuleMessages.InvalidLoop, Categories.Policy, DiagnosticSeverity.Error,
        isEnabledByDefault: true, helpLinkUri: RuleBook.Get(RuleIds.InvalidLoop).HelpLink, customTags: WellKnownDiagnosticTags.NotConfigurable);
}
