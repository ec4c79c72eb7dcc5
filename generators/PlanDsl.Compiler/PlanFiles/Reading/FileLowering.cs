using Microsoft.CodeAnalysis;
using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>Makes of a plan file what a class in C# would have given: steps that are methods, with parameters that are bound.</summary>
internal static class FileLowering
{
    /// <summary>The plan.</summary>
    /// <param name="plan">The file, about which more is found out.</param>
    /// <param name="unwritten">Gets the steps for which no code could be written.</param>
    /// <param name="cancellationToken">Ends it with an <see cref="OperationCanceledException"/>.</param>
    public static PlanSpec Lower(FilePlanReading plan, List<int> unwritten, CancellationToken cancellationToken)
    {
        var steps = new List<(StepModel Model, StepSpec Spec)>();
        for (var step = 0; step < plan.Model.Steps.Count; step++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var lowering = new StepLowering(plan, step);
            steps.Add(lowering.Lower());
            if (!lowering.IsWhole)
                unwritten.Add(step);
        }

        var model = ModelOf(plan, steps.Select(static step => step.Model).ToEquatableArray());
        var bindings = new PlanBindings(model);
        var optional = OptionalResults.Of(model, PlanGraph.From(model, bindings), bindings);
        return new()
        {
            Model = model,
            Type = plan.Class is { } known ? TypeSpecReader.Read(known.Type) : FilePlanNames.TypeOf(plan.Model.Id, plan.Place),
            DeclaresClass = plan.Class is null,
            PlanFile = plan.Place.Name,
            Runs = plan.Runs.ToEquatableArray(),
            IsConstructible = plan.Class is not { } type || type.Type.IsValueType || SubPlanInstance.IsConstructible(type.Type),
            Steps = steps.Select((step, index) => step.Spec with { IsOptionalInResults = optional.Contains(index) }).ToEquatableArray(),
            LoweredMethods = plan.Methods.ToEquatableArray(),
            LoweredFields = plan.Fields.Declarations,
            Inputs = plan.Inputs.Specs,
            MemberAccessibility = AccessibilityOf(plan),
            EntryAccessibility = AccessibilityOf(plan),
            TakenNames = plan.Class is null ? [] : FileClassShape.TakenNamesOf(plan),
            UnresolvedSteps = plan.Unresolved.OrderBy(static step => step).ToEquatableArray(),
            Findings = [],
        };
    }

    private static PlanModel ModelOf(FilePlanReading plan, EquatableArray<StepModel> steps) => plan.Model with
    {
        Inputs = plan.Inputs.Models,
        Constants = [],
        Environment = [],
        Steps = steps,
    };

    private static string AccessibilityOf(FilePlanReading plan) =>
        plan.Class is { } known ? Accessibilities.Keywords(Accessibilities.OfMember(known.Type, [])) : "public";
}
