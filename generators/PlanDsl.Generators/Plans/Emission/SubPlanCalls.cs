using PlanDsl.Compiler;

namespace PlanDsl.Generators;

/// <summary>Writes the calls of the plan that a step runs.</summary>
internal static class SubPlanCalls
{
    /// <summary>The property of the plan by which a sub-plan is reached that one of its members holds: there no parameter of a
    /// method can be meant.</summary>
    public static string PropertyOf(StepSpec step) => $"__{step.Method.TrimStart('@')}Plan";

    /// <summary>The instance, as code outside of the plan's own methods reaches it.</summary>
    /// <param name="subPlan">The plan that is run.</param>
    /// <param name="step">The step that runs it.</param>
    /// <param name="owner">What holds the step: an instance of the plan, or its type.</param>
    public static string Instance(SubPlanSpec subPlan, StepSpec step, string owner) => subPlan.Source switch
    {
        SubPlanSource.Member => $"{owner}.{PropertyOf(step)}",
        SubPlanSource.New => $"new {subPlan.Type}()",
        _ => $"global::Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<{subPlan.Type}>({AttemptArguments.Context}.Services)",
    };

    /// <summary>The run of a sub-plan as a part of the run whose step it is, a task of its results.</summary>
    /// <param name="subPlan">The plan that is run.</param>
    /// <param name="instance">The instance of it.</param>
    /// <param name="arguments">What its inputs are given, in the order of the arguments.</param>
    public static string Start(SubPlanSpec subPlan, string instance, IEnumerable<string> arguments) =>
        $"{instance}.Start({string.Join(", ", arguments.Concat([$"{AttemptArguments.Context}.SubPlanOptions()", $"{AttemptArguments.Context}.CancellationToken"]))}).GetResultsAsync()";
}
