namespace PlanDsl.Model;

/// <summary>Reads what steps of all kinds may say: when they run, how, and what becomes of their failures.</summary>
internal sealed class OptionReader(FileReading reading)
{
    /// <summary>The step with all that it says of itself, but for its methods. A model has so many parts that making it twice would be
    /// most of the work.</summary>
    public StepModel Read(StepOrigin origin, ObjectView view, KindOfStep what, Place place) =>
        new()
        {
            Id = place.Name,
            Group = origin.Group,
            Parallel = origin.IsParallel ? new() : null,

            // What a step cannot do for want of a body, it does not do asynchronously either.
            IsAsync = what is not { Body: null, SubPlan: null, Signal: null },
            ResultType = TypeRef.Json,
            ElementResultType = origin.IsFanOut ? TypeRef.Json : null,
            Body = what.Body,
            SubPlan = what.SubPlan,
            Signal = what.Signal,
            Parameters = origin.Parameters,
            DeclaredResultKey = OneOf(view["result_key"], what.ResultKey, "result_key", place),
            DependsOn = view.Texts("depends_on", reading.Names),
            OnFailure = Named(view.Text("on_failure"), PolicyNames.OnFailure),
            Critical = view.Boolean("critical"),
            RunWhen = Named(view.Text("run_when"), PolicyNames.RunWhen),
            Timeout = TimeoutOf(view, what, place),
            TotalTimeout = view.Time("total_timeout_sec"),
            Retry = RetryOf(origin, view, what),
            Pipeline = origin.IsParallel ? null : view.Text("pipeline"),
            MaxIterations = origin.IsParallel ? null : view.Integer("max_iterations"),
            OnExhausted = origin.IsParallel ? null : Named(view.Text("on_exhausted"), PolicyNames.OnExhausted),
            MaxParallel = view.Integer("max_parallel"),
            Supply = view["provides"] is null && view["consumes"] is null ? null : new(view.Texts("provides"), view.Texts("consumes")),
            Caption = CaptionReader.Read(view),
        };

    /// <summary>What it says of the way through a sequential plan.</summary>
    public ObjectView? ReadTransitions(ObjectView view, Place place) =>
        view["transitions"] is { } transitions ? reading.Objects.Read(transitions, PlanFileGrammar.Transitions, place.In("transitions")) : null;

    private string? OneOf(JsonNode? outer, JsonNode? inner, string property, Place place)
    {
        if (outer is { } one && inner is { } other && one.Index != other.Index && one.Value != other.Value)
            reading.Findings.Add(RuleIds.NotOneKind, one.Span, [place.AtStart, $"has the {property} '{one.Value}' and, inside, '{other.Value}'; keep one of the two"]);
        return (outer ?? inner)?.Value;
    }

    private Duration? TimeoutOf(ObjectView view, KindOfStep what, Place place)
    {
        var timeout = view.Time("timeout_sec");
        if (timeout is { } outer && what.Timeout is { } inner && outer.Value != inner.Value)
            reading.Findings.Add(RuleIds.NotOneKind, view["timeout_sec"]!.Value.Span, [place.AtStart, "has two timeouts; keep one of the two"]);
        return timeout ?? what.Timeout;
    }

    // Nothing is ever tried again of a wait without a timeout, and a group's members are tried again each by itself.
    private RetryModel? RetryOf(StepOrigin origin, ObjectView view, KindOfStep what)
    {
        if (origin.IsParallel)
            return null;
        var mayFail = what.Signal is null || what.Timeout is not null || view["timeout_sec"] is not null;
        var retries = view.Integer("retries") ?? (view.IsGiven("retries") || !mayFail ? null : reading.Plan.DefaultRetries);
        if (retries is null && !SaysMoreOfRetries(view))
            return null;
        var retry = new RetryModel
        {
            Retries = retries,
            Delay = DelayOf(view, retries),
            MaxDelay = view.Time("retry_max_delay_sec"),
            Backoff = Named(view.Text("retry_backoff"), PolicyNames.Backoff),
            RetryOn = KindsOf(view, "retry_on"),
            NoRetryOn = KindsOf(view, "no_retry_on"),
        };
        return retry == Empty ? null : retry;
    }

    // Other tools write 0 for no delay where there are no retries either.
    private static Duration? DelayOf(ObjectView view, int? retries) =>
        retries is null && view["retry_delay_sec"]?.Number == 0 ? null : view.Time("retry_delay_sec");

    private static RetryModel Empty { get; } = new();

    private static bool SaysMoreOfRetries(ObjectView view) => view.IsGiven("retry_delay_sec") || view.IsGiven("retry_max_delay_sec")
        || view.IsGiven("retry_backoff") || view.IsGiven("retry_on") || view.IsGiven("no_retry_on");

    private static EquatableArray<TypeRef>? KindsOf(ObjectView view, string property) =>
        view[property] is null ? null : view.Texts(property).Select(static kind => new TypeRef(kind, kind)).ToEquatableArray();

    private static T? Named<T>(string? name, IReadOnlyDictionary<string, T> names)
        where T : struct => name is not null ? names[name] : null;
}
