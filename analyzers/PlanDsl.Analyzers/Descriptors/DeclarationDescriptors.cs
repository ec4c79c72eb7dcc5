using Microsoft.CodeAnalysis;
using PlanDsl.Model;

namespace PlanDsl.Analyzers;

/// <summary>00xx: how plans and steps are declared.</summary>
internal static class DeclarationDescriptors
{
    public static readonly DiagnosticDescriptor NotPartial = new(
        RuleIds.NotPartial, RuleTitles.NotPartial, RuleMessages.NotPartial, Categories.Declaration, DiagnosticSeverity.Hidden,
        isEnabledByDefault: true, helpLinkUri: RuleBook.Get(RuleIds.NotPartial).HelpLink);

    public static readonly DiagnosticDescriptor NoSteps = new(
        RuleIds.NoSteps, RuleTitles.NoSteps, RuleMessages.NoSteps, Categories.Declaration, DiagnosticSeverity.Error,
        isEnabledByDefault: true, helpLinkUri: RuleBook.Get(RuleIds.NoSteps).HelpLink, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor DuplicateStepId = new(
        RuleIds.DuplicateStepId, RuleTitles.DuplicateStepId, RuleMessages.DuplicateStepId, Categories.Declaration, DiagnosticSeverity.Error,
        isEnabledByDefault: true, helpLinkUri: RuleBook.Get(RuleIds.DuplicateStepId).HelpLink, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor InvalidName = new(
        RuleIds.InvalidName, RuleTitles.InvalidName, RuleMessages.InvalidName, Categories.Declaration, DiagnosticSeverity.Error,
        isEnabledByDefault: true, helpLinkUri: RuleBook.Get(RuleIds.InvalidName).HelpLink, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor UnsupportedShape = new(
        RuleIds.UnsupportedShape, RuleTitles.UnsupportedShape, RuleMessages.UnsupportedShape, Categories.Declaration, DiagnosticSeverity.Error,
        isEnabledByDefault: true, helpLinkUri: RuleBook.Get(RuleIds.UnsupportedShape).HelpLink, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor UnsupportedSignature = new(
        RuleIds.UnsupportedSignature, RuleTitles.UnsupportedSignature, RuleMessages.UnsupportedSignature, Categories.Declaration, DiagnosticSeverity.Error,
        isEnabledByDefault: true, helpLinkUri: RuleBook.Get(RuleIds.UnsupportedSignature).HelpLink, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor IgnoresCancellation = new(
        RuleIds.IgnoresCancellation, RuleTitles.IgnoresCancellation, RuleMessages.IgnoresCancellation, Categories.Declaration, DiagnosticSeverity.Info,
        isEnabledByDefault: true, helpLinkUri: RuleBook.Get(RuleIds.IgnoresCancellation).HelpLink);

    public static readonly DiagnosticDescriptor TooManySteps = new(
        RuleIds.TooManySteps, RuleTitles.TooManySteps, RuleMessages.TooManySteps, Categories.Declaration, DiagnosticSeverity.Error,
        isEnabledByDefault: true, helpLinkUri: RuleBook.Get(RuleIds.TooManySteps).HelpLink, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor DuplicatePlanId = new(
        RuleIds.DuplicatePlanId, RuleTitles.DuplicatePlanId, RuleMessages.DuplicatePlanId, Categories.Declaration, DiagnosticSeverity.Error,
        isEnabledByDefault: true, helpLinkUri: RuleBook.Get(RuleIds.DuplicatePlanId).HelpLink, customTags: WellKnownDiagnosticTags.NotConfigurable);
}
