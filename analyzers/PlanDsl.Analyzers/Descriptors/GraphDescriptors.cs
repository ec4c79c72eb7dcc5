using Microsoft.CodeAnalysis;
using PlanDsl.Model;

namespace PlanDsl.Analyzers;

/// <summary>01xx: the graph of the steps.</summary>
internal static class GraphDescriptors
{
    public static readonly DiagnosticDescriptor Cycle = new(
        RuleIds.Cycle, RuleTitles.Cycle, RuleMessages.Cycle, Categories.Graph, DiagnosticSeverity.Error,
        isEnabledByDefault: true, helpLinkUri: RuleBook.Get(RuleIds.Cycle).HelpLink, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor UnknownDependency = new(
        RuleIds.UnknownDependency, RuleTitles.UnknownDependency, RuleMessages.UnknownDependency, Categories.Graph, DiagnosticSeverity.Error,
        isEnabledByDefault: true, helpLinkUri: RuleBook.Get(RuleIds.UnknownDependency).HelpLink, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor SelfDependency = new(
        RuleIds.SelfDependency, RuleTitles.SelfDependency, RuleMessages.SelfDependency, Categories.Graph, DiagnosticSeverity.Error,
        isEnabledByDefault: true, helpLinkUri: RuleBook.Get(RuleIds.SelfDependency).HelpLink, customTags: WellKnownDiagnosticTags.NotConfigurable);

    public static readonly DiagnosticDescriptor RedundantDependency = new(
        RuleIds.RedundantDependency, RuleTitles.RedundantDependency, RuleMessages.RedundantDependency, Categories.Graph, DiagnosticSeverity.Info,
        isEnabledByDefault: true, helpLinkUri: RuleBook.Get(RuleIds.RedundantDependency).HelpLink);

    public static readonly DiagnosticDescriptor UnreachableStep = new(
        RuleIds.UnreachableStep, RuleTitles.UnreachableStep, RuleMessages.UnreachableStep, Categories.Graph, DiagnosticSeverity.Warning,
        isEnabledByDefault: true, helpLinkUri: RuleBook.Get(RuleIds.UnreachableStep).HelpLink);

    public static readonly DiagnosticDescriptor RecursivePlan = new(
        RuleIds.RecursivePlan, RuleTitles.RecursivePlan, RuleMessages.RecursivePlan, Categories.Graph, DiagnosticSeverity.Error,
        isEnabledByDefault: true, helpLinkUri: RuleBook.Get(RuleIds.RecursivePlan).HelpLink, customTags: WellKnownDiagnosticTags.NotConfigurable);
}
