using Microsoft.CodeAnalysis;
using PlanDsl.Compiler;

namespace PlanDsl.Generators;

/// <summary>Generates the members that run each class marked <c>[Plan]</c>.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class PlanGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var plans = context.SyntaxProvider
            .ForAttributeWithMetadataName(PlanTypeNames.PlanAttribute, AttributedTypes.IsCandidate, PlanDeclarations.Read)
            .WhereNotNull(PlanSteps.Read);

        var duplicates = plans
            .Select(static (plan, _) => PlanIdentity.Of(plan)).WithTrackingName(PlanSteps.Identify)
            .Collect()
            .Select(static (plans, _) => DuplicateIds.Among(plans)).WithTrackingName(PlanSteps.FindDuplicates);

        var judged = plans
            .Combine(duplicates)
            .Select(static (pair, _) => JudgedPlan.Of(pair.Left, pair.Right)).WithTrackingName(PlanSteps.Judge);

        context.RegisterSourceOutput(
            judged.Where(static plan => plan.CanBeExtended).WithTrackingName(PlanSteps.Emit),
            static (output, plan) => output.AddSource(plan.Spec.Type.HintName + ".g.cs", PlanEmitter.Emit(plan)));

        SummaryReports.Register(context, PlanTypeNames.PlanAttribute, judged
            .Where(static plan => !plan.IsValid)
            .Select(static (plan, _) => new Summary("Plan", plan.Spec.Model.Id, plan.Spec.Type.HintName, plan.Errors)));
    }
}
