using Microsoft.CodeAnalysis;
using PlanDsl.Model;

namespace PlanDsl.Analyzers;

/// <summary>03xx: policies and limits.</summary>
internal static class PolicyDescriptors
{
    public static readonly DiagnosticDescriptor InvalidParallelism = new(
        RuleIds.InvalidParallelism, RuleTitles.InvalidParallelism, RuleMessages.InvalidParallelism, Categories.Policy, DiagnosticSeverity.Error,
        isEnabledByDefault: true, helpLinkUri: RuleBook.Get(RuleIds.InvalidParallelism).HelpLink, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor UnknownPolicy = new(
        RuleIds.UnknownPolicy, RuleTitles.UnknownPolicy, RuleMessages.UnknownPolicy, Categories.Policy, DiagnosticSeverity.Error,
        isEnabledByDefault: true, helpLinkUri: RuleBook.Get(RuleIds.UnknownPolicy).HelpLink, customTags: WellKnownDiagnosticTags.NotConfigurable);
}
