namespace PlanDsl;

/// <summary>What went wrong in a step or in a run.</summary>
/// <param name="Kind">The kind of failure.</param>
/// <param name="Message">What happened, for a person.</param>
/// <param name="Exception">The exception behind it, if there is one.</param>
public sealed record StepError(FailureKind Kind, string Message, Exception? Exception = null)
{
    /// <summary>The step that failed; <see langword="null"/> where the run failed and no single step did.</summary>
    public string? StepId { get; init; }

    internal static StepError Of(Exception exception, string? stepId) =>
        new(KindOf(exception), MessageOf(exception), exception) { StepId = stepId };

    private static FailureKind KindOf(Exception exception) => exception switch
    {
        LimitException => FailureKind.Limit,
        BindingException => FailureKind.Binding,
        _ => FailureKind.Exception,
    };

    // The message is code of whoever wrote the exception, and may throw one itself.
    private static string MessageOf(Exception exception)
    {
        try
        {
            return exception.Message;
        }
        catch (Exception)
        {
            return exception.GetType().ToString();
        }
    }
}
