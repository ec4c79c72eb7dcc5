using System.Text;

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

    /// <summary>What decides whether a step runs has thrown instead of saying so. Nothing throws for the author of a plan file, whose condition has no answer.</summary>
    internal static StepError OfCondition(Exception exception, string stepId) =>
        new(FailureKind.Condition, $"The condition of step '{stepId}' {Said(exception)}", exception) { StepId = stepId };

    /// <summary>What decides whether a step runs again has thrown instead of saying so.</summary>
    internal static StepError OfPredicate(Exception exception, string stepId) =>
        new(FailureKind.Condition, $"The {(IsOfFile(exception) ? "repeat_until" : "predicate")} of step '{stepId}' {Said(exception)}", exception) { StepId = stepId };

    private static string Said(Exception exception) => $"{(IsOfFile(exception) ? "has no answer" : "has thrown")}: {MessageOf(exception)}";

    private static bool IsOfFile(Exception exception) => exception is ConditionException or BindingException;

    private static FailureKind KindOf(Exception exception) => exception switch
    {
        LimitException => FailureKind.Limit,
        BindingException => FailureKind.Binding,
        NotFoundException => FailureKind.NotFound,
        ExitCodeException => FailureKind.ExitCode,
        TransitionException => FailureKind.Transition,
        _ => FailureKind.Exception,
    };

    // An exception prints its whole trace, and every event and outcome that prints its error would with it.
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("Kind = ").Append(Kind).Append(", Message = ").Append(Message);
        if (StepId is not null)
            builder.Append(", StepId = ").Append(StepId);
        if (Exception is not null)
            builder.Append(", Exception = ").Append(Exception.GetType());
        return true;
    }

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
