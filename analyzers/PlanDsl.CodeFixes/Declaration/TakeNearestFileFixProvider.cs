using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using PlanDsl.Model;

namespace PlanDsl.CodeFixes;

/// <summary>PLAN0512: names the plan file whose name is nearest to what <c>[Plan("…")]</c> says.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TakeNearestFileFixProvider)), Shared]
public sealed class TakeNearestFileFixProvider() : NearestArgumentFixProvider(RuleIds.PlanFileNotFound, "Name", Key)
{
    /// <summary>The equivalence key.</summary>
    public const string Key = "PlanDsl.TakeNearestFile";
}
