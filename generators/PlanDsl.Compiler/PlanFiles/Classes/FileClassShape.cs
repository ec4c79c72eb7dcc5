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
        foreach (var option in Attributes.Find(type, symbols.Plan)?.NamedArguments ?? [])
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

    private static string? MarkOf(IMethodSymbol method, PlanSymbols symbols) =>
        Attributes.Has(method, symbols.Step) ? "[Step]" : Attributes.Has(method, symbols.Signal) ? "[Signal]" : null;
}
