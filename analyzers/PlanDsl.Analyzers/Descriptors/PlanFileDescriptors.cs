using Microsoft.CodeAnalysis;
using PlanDsl.Model;

namespace PlanDsl.Analyzers;

/// <summary>05xx: plan files.</summary>
internal static class PlanFileDescriptors
{
    public static readonly DiagnosticDescriptor MalformedJson = new(
        RuleIds.MalformedJson, RuleTitles.MalformedJson, RuleMessages.MalformedJson, Categories.PlanFile, DiagnosticSeverity.Error,
        isEnabledByDefault: true, helpLinkUri: RuleBook.Get(RuleIds.MalformedJson).HelpLink, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor UnknownProperty = new(
        RuleIds.UnknownProperty, RuleTitles.UnknownProperty, RuleMessages.UnknownProperty, Categories.PlanFile, DiagnosticSeverity.Error,
        isEnabledByDefault: true, helpLinkUri: RuleBook.Get(RuleIds.UnknownProperty).HelpLink, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor WrongType = new(
        RuleIds.WrongType, RuleTitles.WrongType, RuleMessages.WrongType, Categories.PlanFile, DiagnosticSeverity.Error,
        isEnabledByDefault: true, helpLinkUri: RuleBook.Get(RuleIds.WrongType).HelpLink, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor MissingProperty = new(
        RuleIds.MissingProperty, RuleTitles.MissingProperty, RuleMessages.MissingProperty, Categories.PlanFile, DiagnosticSeverity.Error,
        isEnabledByDefault: true, helpLinkUri: RuleBook.Get(RuleIds.MissingProperty).HelpLink, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor UnsupportedVersion = new(
        RuleIds.UnsupportedVersion, RuleTitles.UnsupportedVersion, RuleMessages.UnsupportedVersion, Categories.PlanFile, DiagnosticSeverity.Error,
        isEnabledByDefault: true, helpLinkUri: RuleBook.Get(RuleIds.UnsupportedVersion).HelpLink, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor StepBodyNotFound = new(
        RuleIds.StepBodyNotFound, RuleTitles.StepBodyNotFound, RuleMessages.StepBodyNotFound, Categories.PlanFile, DiagnosticSeverity.Error,
        isEnabledByDefault: true, helpLinkUri: RuleBook.Get(RuleIds.StepBodyNotFound).HelpLink, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor UnresolvedVariable = new(
        RuleIds.UnresolvedVariable, RuleTitles.UnresolvedVariable, RuleMessages.UnresolvedVariable, Categories.PlanFile, DiagnosticSeverity.Warning,
        isEnabledByDefault: true, helpLinkUri: RuleBook.Get(RuleIds.UnresolvedVariable).HelpLink);

    public static readonly DiagnosticDescriptor OverLimit = new(
        RuleIds.OverLimit, RuleTitles.OverLimit, RuleMessages.OverLimit, Categories.PlanFile, DiagnosticSeverity.Error,
        isEnabledByDefault: true, helpLinkUri: RuleBook.Get(RuleIds.OverLimit).HelpLink, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor NotOneKind = new(
        RuleIds.NotOneKind, RuleTitles.NotOneKind, RuleMessages.NotOneKind, Categories.PlanFile, DiagnosticSeverity.Error,
        isEnabledByDefault: true, helpLinkUri: RuleBook.Get(RuleIds.NotOneKind).HelpLink, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor InvalidTemplate = new(
        RuleIds.InvalidTemplate, RuleTitles.InvalidTemplate, RuleMessages.InvalidTemplate, Categories.PlanFile, DiagnosticSeverity.Error,
        isEnabledByDefault: true, helpLinkUri: RuleBook.Get(RuleIds.InvalidTemplate).HelpLink, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor InvalidTransitions = new(
        RuleIds.InvalidTransitions, RuleTitles.InvalidTransitions, RuleMessages.InvalidTransitions, Categories.PlanFile, DiagnosticSeverity.Error,
        isEnabledByDefault: true, helpLinkUri: RuleBook.Get(RuleIds.InvalidTransitions).HelpLink, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor PlanFileNotFound = new(
        RuleIds.PlanFileNotFound, RuleTitles.PlanFileNotFound, RuleMessages.PlanFileNotFound, Categories.PlanFile, DiagnosticSeverity.Error,
        isEnabledByDefault: true, helpLinkUri: RuleBook.Get(RuleIds.PlanFileNotFound).HelpLink, customTags: WellKnownDiagnosticTags.NotConfigurable);
}
