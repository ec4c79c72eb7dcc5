using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PlanDsl.Model;

namespace PlanDsl.CodeFixes;

/// <summary>PLAN0102: names the parallel group whose name is nearest to what <c>Group</c> says.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TakeNearestGroupFixProvider)), Shared]
public sealed class TakeNearestGroupFixProvider() : NearestArgumentFixProvider(RuleIds.UnknownDependency, "Join", Key)
{
    /// <summary>The equivalence key.</summary>
    public const string Key = "PlanDsl.TakeNearestGroup";

    private protected override bool IsMeant(AttributeArgumentSyntax argument) => argument.NameEquals?.Name.Identifier.ValueText == "Group";
}
