using PlanDsl.Compiler;
using PlanDsl.Model;

namespace PlanDsl.Generators;

/// <summary>Writes the parts that implement the partial methods of a plan: those of steps that run another plan or wait. The
/// engine does not call them; they are for whoever calls such a method like any other.</summary>
internal static class ImplementationWriter
{
    public static void Write(CodeWriter writer, PlanSpec plan)
    {
        for (var step = 0; step < plan.Steps.Count; step++)
        {
            if (plan.Steps[step].Implementation.Length == 0)
                continue;
            if (plan.Steps[step].SubPlan is { Source: SubPlanSource.Member } held)
                WriteProperty(writer, plan.Steps[step], plan.Model.Steps[step].Id, held);
            WriteMethod(writer, plan.Steps[step], BodyOf(plan.Steps[step], plan.Model.Steps[step]));
        }
    }

    /// <summary>Writes them for a plan that cannot run.</summary>
    public static void WriteThrowing(CodeWriter writer, PlanSpec plan, string exception)
    {
        foreach (var step in plan.Steps)
        {
            if (step.Implementation.Length > 0)
                WriteMethod(writer, step, $"throw {exception}");
        }
    }

    private static void WriteProperty(CodeWriter writer, StepSpec step, string id, SubPlanSpec held)
    {
        writer.WriteLine(GeneratedFile.GeneratedCodeAttribute);
        writer.WriteLine($"private {(step.IsStatic ? "static " : "")}{held.Type} {SubPlanCalls.PropertyOf(step)} => global::PlanDsl.StepGuard.Plan({held.Member}, {CSharpText.Quote(id)}, {CSharpText.Quote(held.Member.TrimStart('@'))});");
        writer.WriteLine();
    }

    private static void WriteMethod(CodeWriter writer, StepSpec step, string body)
    {
        writer.WriteLine(GeneratedFile.GeneratedCodeAttribute);
        writer.WriteLine(step.Implementation);
        using (writer.Indent())
            writer.WriteLine($"=> {body};");
        writer.WriteLine();
    }

    private static string BodyOf(StepSpec step, StepModel model)
    {
        if (model.Signal is { } signal)
            return SignalCalls.Refuse(signal, model);
        var subPlan = step.SubPlan!;
        if (subPlan.Source is SubPlanSource.Services)
            return SignalCalls.Throw($"Step '{model.Id}' takes its plan from the services of a run. Start the plan with PlanOptions.Services.");

        var arguments = subPlan.Arguments.Select(static argument => argument.Text).Append(subPlan.Token).Where(static text => text.Length > 0);
        var instance = subPlan.Source is SubPlanSource.New ? $"new {subPlan.Type}()" : SubPlanCalls.PropertyOf(step);
        var call = $"{instance}.RunAsync({string.Join(", ", arguments)})";
        return step.IsValueTask ? $"new({call})" : call;
    }
}
