using PlanDsl.Model;

namespace PlanDsl.Generators;

/// <summary>Writes what stands for the body of a step that waits for a signal.</summary>
internal static class SignalCalls
{
    /// <summary>The wait, a task of what the signal brings.</summary>
    /// <param name="signal">The signal.</param>
    /// <param name="step">The step that waits.</param>
    /// <param name="takesAnything">Whether the signal may bring nothing or any JSON value, as in a plan file.</param>
    public static string Wait(SignalModel signal, StepModel step, bool takesAnything)
    {
        if (takesAnything)
            return $"{AttemptArguments.Context}.WaitForJsonSignalAsync({CSharpText.Quote(signal.Name)})";
        var brought = step.ResultType is { } value ? $"<{TypeTexts.Static(TypeTexts.Declared(value))}>" : "";
        return $"{AttemptArguments.Context}.WaitForSignalAsync{brought}({CSharpText.Quote(signal.Name)})";
    }

    /// <summary>What there is to do outside of a run: nothing, since there is nobody to wait for.</summary>
    public static string Refuse(SignalModel signal, StepModel step) =>
        Throw($"Step '{step.Id}' waits for signal '{signal.Name}', which only a run can be sent. Start the plan, and call Signal on the run.");

    /// <summary>An expression that throws an <c>InvalidOperationException</c>.</summary>
    public static string Throw(string message) => $"throw new global::System.InvalidOperationException({CSharpText.Quote(message)})";
}
