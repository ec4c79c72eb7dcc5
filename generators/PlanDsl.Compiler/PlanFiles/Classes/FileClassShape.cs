using Microsoft.CodeAnalysis;
using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>Judges what a class that names a plan file says beside that: its options and steps belong into the file.</summary>
internal static class FileClassShape
{
    public static void Check(FilePlanReading plan)
    {
        var (type, symbols, findings) = (plan.Class!.Type, plan.Class.Symbols, plan.ClassFindings);
        PlanShape.Check(type, symbols, findings);
        foreach (var option in (Attributes.Find(type, symbols.Plan)?.NamedArguments ?? []).Where(static option => option.Key != RecordedTypes.Option))
            findings.Add(new(RuleIds.IneffectiveOption, Anchor.Plan.At(SnakeCase.From(option.Key)), [option.Key, $"plan '{type.Name}'", "its plan file says what there is to say of the plan; write it there"]));

        var methods = plan.Class.Methods;
        for (var index = 0; index < methods.Length; index++)
        {
            if (MarkOf(methods[index], symbols) is { } mark)
                findings.Add(new(RuleIds.IneffectiveOption, Anchor.Step(index), [mark, $"method '{methods[index].Name}'", $"the steps of '{type.Name}' are those of its plan file, which calls methods by their names; remove it"]));
        }

        if (!StepMethods.GroupsOf(type, symbols).IsEmpty)
            findings.Add(new(RuleIds.IneffectiveOption, Anchor.Plan, ["[ParallelGroup]", $"plan '{type.Name}'", "groups are parallel steps of its plan file; remove it"]));
    }

    /// <summary>Finds members that stand where generated ones have to.</summary>
    public static EquatableArray<string> TakenNamesOf(FilePlanReading plan)
    {
        var (type, symbols) = (plan.Class!.Type, plan.Class.Symbols);
        var inputs = plan.Inputs.Models
            .Select((input, index) => new ReadInput(InputSymbols.Of(plan.Inputs.Specs[index].Type, symbols.Compilation), input, plan.Inputs.Specs[index], ""))
            .ToArray();
        return TakenNames.Find(type, inputs, symbols, plan.ClassFindings);
    }

    private static string? MarkOf(IMethodSymbol method, PlanSymbols symbols) =>
        Attributes.Has(method, symbols.Step) ? "[Step]" : Attributes.Has(method, symbols.Signal) ? "[Signal]" : null;
}
