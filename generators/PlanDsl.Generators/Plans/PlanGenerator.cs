using Microsoft.CodeAnalysis;
using PlanDsl.Compiler;

namespace PlanDsl.Generators;

/// <summary>Generates the members that run each class marked <c>[Plan]</c>, and the classes of plan files that no class names.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class PlanGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var declarations = context.SyntaxProvider
            .ForAttributeWithMetadataName(PlanTypeNames.PlanAttribute, AttributedTypes.IsCandidate, PlanDeclaration.Of);

        var plans = declarations
            .Select(static (declaration, _) => declaration.Plan)
            .WhereNotNull(PlanSteps.Read);

        var classes = declarations
            .Select(static (declaration, _) => declaration.FileClass)
            .WhereNotNull(PlanFileSteps.FindClass);

        var files = FilePlans.Register(context, plans, classes, out var inputs, out var nesting);

        var identities = ValuesProviders.Gather([Identities(plans), .. files.Select(static some => Identities(some.Select(static (file, _) => file.Plan)))]);

        var authored = identities
            .Combine(context.CompilationProvider)
            .Select(static (pair, _) => PlanClashes.Authored(pair.Left, pair.Right)).WithTrackingName(PlanSteps.FindAuthored);

        var clashes = identities
            .Combine(authored)
            .Select(static (pair, _) => PlanClashes.Among(pair.Left, pair.Right)).WithTrackingName(PlanSteps.FindClashes);

        var judged = plans
            .Combine(clashes.Combine(inputs.Combine(nesting)))
            .Select(static (pair, _) => Judge(pair.Left, pair.Right.Left, pair.Right.Right.Left, pair.Right.Right.Right)).WithTrackingName(PlanSteps.Judge);

        var judgedFiles = files.Select(some => some
            .Combine(clashes)
            .Select(static (pair, _) => JudgedPlan.Of(pair.Left.Plan, pair.Right) with { Path = pair.Left.Path }).WithTrackingName(PlanSteps.JudgeFile));

        IncrementalValuesProvider<JudgedPlan>[] all = [judged, .. judgedFiles];
        foreach (var some in all)
            Emit(context, some);
        SummaryReports.Register(context, declarations.Select(static (declaration, _) => declaration.Location), [.. all.Select(Summaries)]);
    }

    private static JudgedPlan Judge(PlanSpec plan, PlanClashes clashes, FileInputCatalog inputs, PlanCatalog nesting) =>
        JudgedPlan.Of(FileSubPlans.Complete(CirclesThroughFiles.Complete(plan, nesting), inputs.Find), clashes);

    private static IncrementalValuesProvider<PlanIdentity> Identities(IncrementalValuesProvider<PlanSpec> plans) =>
        plans.Select(static (plan, _) => PlanIdentity.Of(plan)).WithTrackingName(PlanSteps.Identify);

    private static void Emit(IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<JudgedPlan> plans) => context.RegisterSourceOutput(
        plans.Where(static plan => plan.CanBeExtended).WithTrackingName(PlanSteps.Emit),
        static (output, plan) => output.AddSource(plan.Spec.Type.HintName + ".g.cs", PlanEmitter.Emit(plan)));

    private static IncrementalValuesProvider<Summary> Summaries(IncrementalValuesProvider<JudgedPlan> plans) => plans
        .Where(static plan => !plan.IsValid)
        .Select(static (plan, _) => new Summary("Plan", plan.Spec.Model.Id, plan.Spec.Type.HintName, plan.Errors) { File = plan.Spec.DeclaresClass ? plan.Path : "" });
}
