using Microsoft.CodeAnalysis;
using PlanDsl.Model;

namespace PlanDsl.Analyzers;

/// <summary>02xx: results, inputs and what binds them.</summary>
internal static class BindingDescriptors
{
    public static readonly DiagnosticDescriptor UnboundParameter = new(
        RuleIds.UnboundParameter, RuleTitles.UnboundParameter, RuleMessages.UnboundParameter, Categories.Binding, DiagnosticSeverity.Error,
        isEnabledByDefault: true, helpLinkUri: RuleBook.Get(RuleIds.UnboundParameter).HelpLink, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor TypeMismatch = new(
        RuleIds.TypeMismatch, RuleTitles.TypeMismatch, RuleMessages.TypeMismatch, Categories.Binding, DiagnosticSeverity.Error,
        isEnabledByDefault: true, helpLinkUri: RuleBook.Get(RuleIds.TypeMismatch).HelpLink, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor DuplicateResultKey = new(
        RuleIds.DuplicateResultKey, RuleTitles.DuplicateResultKey, RuleMessages.DuplicateResultKey, Categories.Binding, DiagnosticSeverity.Error,
        isEnabledByDefault: true, helpLinkUri: RuleBook.Get(RuleIds.DuplicateResultKey).HelpLink, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor OptionalIntoNonNullable = new(
        RuleIds.OptionalIntoNonNullable, RuleTitles.OptionalIntoNonNullable, RuleMessages.OptionalIntoNonNullable, Categories.Binding, DiagnosticSeverity.Error,
        isEnabledByDefault: true, helpLinkUri: RuleBook.Get(RuleIds.OptionalIntoNonNullable).HelpLink, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor UnusedResult = new(
        RuleIds.UnusedResult, RuleTitles.UnusedResult, RuleMessages.UnusedResult, Categories.Binding, DiagnosticSeverity.Info,
        isEnabledByDefault: true, helpLinkUri: RuleBook.Get(RuleIds.UnusedResult).HelpLink);

    public static readonly DiagnosticDescriptor ShadowedInput = new(
        RuleIds.ShadowedInput, RuleTitles.ShadowedInput, RuleMessages.ShadowedInput, Categories.Binding, DiagnosticSeverity.Error,
        isEnabledByDefault: true, helpLinkUri: RuleBook.Get(RuleIds.ShadowedInput).HelpLink, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor UnknownMember = new(
        RuleIds.UnknownMember, RuleTitles.UnknownMember, RuleMessages.UnknownMember, Categories.Binding, DiagnosticSeverity.Error,
        isEnabledByDefault: true, helpLinkUri: RuleBook.Get(RuleIds.UnknownMember).HelpLink, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor ElementSource = new(
        RuleIds.ElementSource, RuleTitles.ElementSource, RuleMessages.ElementSource, Categories.Binding, DiagnosticSeverity.Error,
        isEnabledByDefault: true, helpLinkUri: RuleBook.Get(RuleIds.ElementSource).HelpLink, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor NotProvided = new(
        RuleIds.NotProvided, RuleTitles.NotProvided, RuleMessages.NotProvided, Categories.Binding, DiagnosticSeverity.Error,
        isEnabledByDefault: true, helpLinkUri: RuleBook.Get(RuleIds.NotProvided).HelpLink, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor LiveStream = new(
        RuleIds.LiveStream, RuleTitles.LiveStream, RuleMessages.LiveStream, Categories.Binding, DiagnosticSeverity.Error,
        isEnabledByDefault: true, helpLinkUri: RuleBook.Get(RuleIds.LiveStream).HelpLink, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor InputDeclaredTwice = new(
        RuleIds.InputDeclaredTwice, RuleTitles.InputDeclaredTwice, RuleMessages.InputDeclaredTwice, Categories.Binding, DiagnosticSeverity.Error,
        isEnabledByDefault: true, helpLinkUri: RuleBook.Get(RuleIds.InputDeclaredTwice).HelpLink, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor Unrecordable = new(
        RuleIds.Unrecordable, RuleTitles.Unrecordable, RuleMessages.Unrecordable, Categories.Binding, DiagnosticSeverity.Error,
        isEnabledByDefault: true, helpLinkUri: RuleBook.Get(RuleIds.Unrecordable).HelpLink, customTags: WellKnownDiagnosticTags.NotConfigurable);
}
