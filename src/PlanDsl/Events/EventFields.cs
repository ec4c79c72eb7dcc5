using System.Text.Json;

namespace PlanDsl;

/// <summary>The names of what events tell, as they are written and read.</summary>
internal static class EventFields
{
    public static readonly JsonEncodedText Type = JsonEncodedText.Encode("type");
    public static readonly JsonEncodedText Sequence = JsonEncodedText.Encode("seq");
    public static readonly JsonEncodedText RunId = JsonEncodedText.Encode("run_id");
    public static readonly JsonEncodedText StepId = JsonEncodedText.Encode("step_id");
    public static readonly JsonEncodedText Parent = JsonEncodedText.Encode("parent");
    public static readonly JsonEncodedText Attempt = JsonEncodedText.Encode("attempt");
    public static readonly JsonEncodedText ExecId = JsonEncodedText.Encode("exec_id");
    public static readonly JsonEncodedText IdempotencyKey = JsonEncodedText.Encode("idempotency_key");
    public static readonly JsonEncodedText Time = JsonEncodedText.Encode("time");
    public static readonly JsonEncodedText Replayed = JsonEncodedText.Encode("replayed");
    public static readonly JsonEncodedText PlanId = JsonEncodedText.Encode("plan_id");
    public static readonly JsonEncodedText PlanHash = JsonEncodedText.Encode("plan_hash");
    public static readonly JsonEncodedText Shape = JsonEncodedText.Encode("shape");
    public static readonly JsonEncodedText Inputs = JsonEncodedText.Encode("inputs");
    public static readonly JsonEncodedText FromEnvironment = JsonEncodedText.Encode("from_env");
    public static readonly JsonEncodedText ParentRun = JsonEncodedText.Encode("parent_run");
    public static readonly JsonEncodedText ParentEvents = JsonEncodedText.Encode("parent_events");
    public static readonly JsonEncodedText From = JsonEncodedText.Encode("from");
    public static readonly JsonEncodedText TakenOver = JsonEncodedText.Encode("taken_over");
    public static readonly JsonEncodedText Origin = JsonEncodedText.Encode("origin");
    public static readonly JsonEncodedText ProcessId = JsonEncodedText.Encode("process_id");
    public static readonly JsonEncodedText Host = JsonEncodedText.Encode("host");
    public static readonly JsonEncodedText RequestId = JsonEncodedText.Encode("request_id");
    public static readonly JsonEncodedText AskedAt = JsonEncodedText.Encode("asked_at");
    public static readonly JsonEncodedText Signal = JsonEncodedText.Encode("signal");
    public static readonly JsonEncodedText Value = JsonEncodedText.Encode("value");
    public static readonly JsonEncodedText Status = JsonEncodedText.Encode("status");
    public static readonly JsonEncodedText Result = JsonEncodedText.Encode("result");
    public static readonly JsonEncodedText Fallback = JsonEncodedText.Encode("fallback");
    public static readonly JsonEncodedText ReplacedError = JsonEncodedText.Encode("replaced_error");
    public static readonly JsonEncodedText Partial = JsonEncodedText.Encode("partial");
    public static readonly JsonEncodedText Tolerated = JsonEncodedText.Encode("tolerated");
    public static readonly JsonEncodedText Abandoned = JsonEncodedText.Encode("abandoned");
    public static readonly JsonEncodedText Returned = JsonEncodedText.Encode("returned");
    public static readonly JsonEncodedText ByName = JsonEncodedText.Encode("by_name");
    public static readonly JsonEncodedText Error = JsonEncodedText.Encode("error");
    public static readonly JsonEncodedText Kind = JsonEncodedText.Encode("kind");
    public static readonly JsonEncodedText Message = JsonEncodedText.Encode("message");
    public static readonly JsonEncodedText Cause = JsonEncodedText.Encode("cause");
    public static readonly JsonEncodedText Deadline = JsonEncodedText.Encode("deadline");
    public static readonly JsonEncodedText Delay = JsonEncodedText.Encode("delay_ms");
    public static readonly JsonEncodedText Timeout = JsonEncodedText.Encode("timeout_ms");
    public static readonly JsonEncodedText IsTotal = JsonEncodedText.Encode("total");
    public static readonly JsonEncodedText Fraction = JsonEncodedText.Encode("fraction");
}
