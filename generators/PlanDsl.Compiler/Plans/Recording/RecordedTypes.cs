using Microsoft.CodeAnalysis;
using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>Finds what a journal cannot keep of a plan that is marked <c>Resumable</c>. Others pay nothing for this.</summary>
internal static class RecordedTypes
{
    /// <summary>The property of the attribute that asks for it.</summary>
    public const string Option = "Resumable";

    /// <summary>What is known of the types of a plan, and this with it.</summary>
    public static TypeFacts AddTo(TypeFacts facts, INamedTypeSymbol plan, IReadOnlyList<ReadStep> steps, IReadOnlyList<ReadInput> inputs, PlanSymbols symbols)
    {
        if (!IsWanted(plan, symbols))
            return facts;
        var types = new RecordableTypes(symbols);
        var found = new List<UnrecordableType>();
        for (var step = 0; step < steps.Count; step++)
        {
            if (FaultOf(steps[step], types) is { } fault)
                found.Add(new(IsInput: false, step, fault));
        }

        for (var input = 0; input < inputs.Count; input++)
        {
            if (types.FaultOf(inputs[input].Type) is { } fault)
                found.Add(new(IsInput: true, input, fault));
        }

        return found.Count == 0 ? facts : facts with { Unrecordable = found.ToEquatableArray() };
    }

    /// <summary>What is known of the types of a plan file.</summary>
    public static TypeFacts Of(FilePlanReading plan)
    {
        if (plan.Class is not { } known || !IsWanted(known.Type, known.Symbols))
            return TypeFacts.None;
        var types = new RecordableTypes(known.Symbols);
        var found = new List<UnrecordableType>();
        for (var step = 0; step < plan.Model.Steps.Count; step++)
        {
            if (plan.Model.Steps[step] is { Parallel: null, SubPlan: null } && plan.Types.ReturnedBodyOf(step)?.Symbol is { } returned && types.FaultOf(returned) is { } fault)
                found.Add(new(IsInput: false, step, fault));
        }

        return TypeFacts.None with { Unrecordable = found.ToEquatableArray() };
    }

    /// <summary>Whether the class that declares a plan, or names its file, asks for it.</summary>
    public static bool IsWanted(INamedTypeSymbol plan, PlanSymbols symbols) =>
        Attributes.Find(plan, symbols.Plan) is { } attribute && Attributes.Named(attribute, Option)?.Value is true;

    // What groups and other plans leave is made again of what their steps have left, and what is only read live is produced again.
    private static string? FaultOf(ReadStep step, RecordableTypes types)
    {
        if (step.Model.Parallel is not null || step.Spec.Returns is ReturnKind.LiveStream || !step.IsSupported || step.IsUnresolved)
            return null;
        if (step.Model.SubPlan is not null)
            return step.Model.Fallback is null ? null : "the results of another plan are made again of those of its steps, and what stands in for them has none; leave out the fallback, or run the plan in the body of the step";
        return step.Returned is { } returned ? types.FaultOf(returned) : null;
    }
}
