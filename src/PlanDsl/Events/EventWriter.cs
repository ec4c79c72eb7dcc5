using System.Runtime.InteropServices;
using System.Text.Json;

namespace PlanDsl;

/// <summary>Writes events as JSON objects.</summary>
internal static class EventWriter
{
    /// <summary>Writes an event.</summary>
    /// <param name="json">Where it is written.</param>
    /// <param name="happened">The event.</param>
    /// <param name="withNamesOfAttempt">Whether also what follows from the rest: the names of the step and of its attempt in the run.</param>
    public static void Write(Utf8JsonWriter json, PlanEvent happened, bool withNamesOfAttempt)
    {
        json.WriteStartObject();
        json.WriteString(EventFields.Type, EventNames.Of(happened));
        json.WriteNumber(EventFields.Sequence, happened.Sequence);
        json.WriteString(EventFields.RunId, happened.RunId);
        if (happened is StepEvent step)
            WriteStep(json, step, withNamesOfAttempt);
        json.WriteString(EventFields.Time, happened.Time);
        if (happened.Replayed)
            json.WriteBoolean(EventFields.Replayed, true);
        WriteRest(json, happened);
        json.WriteEndObject();
    }

    private static void WriteStep(Utf8JsonWriter json, StepEvent happened, bool withNamesOfAttempt)
    {
        json.WriteString(EventFields.StepId, happened.StepPath);
        WriteIfAny(json, EventFields.Parent, happened.Parent);
        json.WriteNumber(EventFields.Attempt, happened.Attempt);
        if (!withNamesOfAttempt)
            return;
        json.WriteString(EventFields.ExecId, happened.ExecId);
        json.WriteString(EventFields.IdempotencyKey, happened.IdempotencyKey);
    }

    private static void WriteIfAny(Utf8JsonWriter json, RunBeginning? beginning)
    {
        if (beginning is not { } known)
            return;
        json.WriteString(EventFields.From, known.From);
        json.WriteNumber(EventFields.ParentEvents, known.ParentEvents);
        json.WriteNumber(EventFields.TakenOver, known.Events);
    }

    private static void WriteRest(Utf8JsonWriter json, PlanEvent happened)
    {
        switch (happened)
        {
            case RunCreatedEvent created:
                json.WriteString(EventFields.PlanId, created.PlanId);
                WriteIfAny(json, EventFields.PlanHash, created.PlanHash);
                WriteIfAny(json, EventFields.Shape, created.Shape);
                WriteIfAny(json, EventFields.Inputs, created.Inputs);
                WriteIfAny(json, EventFields.FromEnvironment, created.FromEnvironment);
                WriteIfAny(json, EventFields.ParentRun, created.ParentRun);
                WriteIfAny(json, created.Beginning);
                WriteIfAny(json, EventFields.Origin, created.Origin);
                break;
            case RunResumedEvent resumed:
                WriteIfAny(json, EventFields.PlanHash, resumed.PlanHash);
                WriteIfAny(json, EventFields.Shape, resumed.Shape);
                WriteIfAny(json, EventFields.FromEnvironment, resumed.FromEnvironment);
                if (resumed.ProcessId is { } process)
                    json.WriteNumber(EventFields.ProcessId, process);
                WriteIfAny(json, EventFields.Host, resumed.Host);
                WriteIfAny(json, EventFields.Origin, resumed.Origin);
                break;
            case RunCancelRequestedEvent cancel:
                WriteIfAny(json, EventFields.RequestId, cancel.RequestId);
                break;
            case RunCompletedEvent completed:
                json.WriteString(EventFields.Status, StatusNames.Of(completed.Status));
                WriteIfAny(json, EventFields.Error, completed.Error, stepId: null);
                break;
            case SignalReceivedEvent signal:
                json.WriteString(EventFields.Signal, signal.Name);
                WriteIfAny(json, EventFields.StepId, signal.StepPath);
                WriteIfAny(json, EventFields.Value, signal.Value);
                WriteIfAny(json, EventFields.RequestId, signal.RequestId);
                if (signal.AskedAt is { } asked)
                    json.WriteString(EventFields.AskedAt, asked);
                break;
            case StepSucceededEvent succeeded:
                WriteIf(json, EventFields.Fallback, succeeded.Fallback);
                WriteIf(json, EventFields.Partial, succeeded.Partial);
                WriteIf(json, EventFields.Abandoned, succeeded.Abandoned);
                WriteIfAny(json, EventFields.ReplacedError, succeeded.ReplacedError, succeeded.StepPath);
                WriteIfAny(json, EventFields.Signal, succeeded.Signal);
                WriteIfAny(json, EventFields.Result, succeeded.Result);
                break;
            case StepFailedEvent failed:
                WriteIf(json, EventFields.Partial, failed.Partial);
                WriteIf(json, EventFields.Tolerated, failed.Tolerated);
                WriteIf(json, EventFields.Abandoned, failed.Abandoned);
                WriteIf(json, EventFields.Returned, failed.Returned);
                WriteIfAny(json, EventFields.Error, failed.Error, failed.StepPath);
                break;
            case StepSkippedEvent skipped:
                json.WriteString(EventFields.Cause, StatusNames.Of(skipped.Cause));
                break;
            case StepCancelledEvent cancelled:
                WriteIf(json, EventFields.Abandoned, cancelled.Abandoned);
                WriteIf(json, EventFields.ByName, cancelled.ByName);
                WriteIf(json, EventFields.Returned, cancelled.Returned);
                WriteIfAny(json, EventFields.Result, cancelled.Result);
                break;
            case StepWaitingEvent waiting:
                WriteIfAny(json, EventFields.Signal, waiting.Signal);
                if (waiting.Deadline is { } deadline)
                    json.WriteString(EventFields.Deadline, deadline);
                break;
            case StepRetryEvent retry:
                WriteMilliseconds(json, EventFields.Delay, retry.Delay);
                WriteIfAny(json, EventFields.Error, retry.Error, retry.StepPath);
                break;
            case StepFallbackEvent fallback:
                WriteIfAny(json, EventFields.Error, fallback.Error, fallback.StepPath);
                break;
            case StepTimeoutEvent timeout:
                WriteMilliseconds(json, EventFields.Timeout, timeout.Timeout);
                json.WriteBoolean(EventFields.IsTotal, timeout.IsTotal);
                break;
            case StepProgressEvent progress:
                WriteFraction(json, progress.Fraction);
                WriteIfAny(json, EventFields.Message, progress.Message);
                break;
            case CompensationFailedEvent compensation:
                WriteIfAny(json, EventFields.Error, compensation.Error, compensation.StepPath);
                break;
        }
    }

    // By decimals, which hold every tick of a second and of ten thousand years.
    private static void WriteMilliseconds(Utf8JsonWriter json, JsonEncodedText name, TimeSpan time) =>
        json.WriteNumber(name, time.Ticks / (decimal)TimeSpan.TicksPerMillisecond);

    // A number that JSON does not have is spelled: an event is written whatever it tells.
    private static void WriteFraction(Utf8JsonWriter json, double fraction)
    {
        if (double.IsFinite(fraction))
            json.WriteNumber(EventFields.Fraction, fraction);
        else
            json.WriteString(EventFields.Fraction, fraction.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    private static void WriteIf(Utf8JsonWriter json, JsonEncodedText name, bool holds)
    {
        if (holds)
            json.WriteBoolean(name, true);
    }

    private static void WriteIfAny(Utf8JsonWriter json, JsonEncodedText name, string? text)
    {
        if (text is not null)
            json.WriteString(name, text);
    }

    private static void WriteIfAny(Utf8JsonWriter json, JsonEncodedText name, JsonElement? value)
    {
        if (value is not { } some)
            return;
        json.WritePropertyName(name);
        // Half of a surrogate pair can only be spelled as an escape, and then has to be left as it is.
        if (some.ValueKind is JsonValueKind.Undefined || JsonMarshal.GetRawUtf8Value(some).IndexOf("\\u"u8) >= 0)
            JsonValues.WriteTo(json, some);
        else
            some.WriteTo(json);
    }

    /// <param name="json">Where it is written.</param>
    /// <param name="name">What it is.</param>
    /// <param name="error">The error, if there is one.</param>
    /// <param name="stepId">The step whose error it is where it does not say so itself.</param>
    private static void WriteIfAny(Utf8JsonWriter json, JsonEncodedText name, StepError? error, string? stepId)
    {
        if (error is null)
            return;
        json.WriteStartObject(name);
        if (error.StepId != stepId)
            json.WriteString(EventFields.StepId, error.StepId);
        json.WriteString(EventFields.Kind, StatusNames.Of(error.Kind));
        json.WriteString(EventFields.Message, error.Message);
        json.WriteEndObject();
    }
}
