public static class Microsoft.Extensions.DependencyInjection.PlanServiceCollectionExtensions
{
    public static Microsoft.Extensions.DependencyInjection.IServiceCollection AddPlanOptions(Microsoft.Extensions.DependencyInjection.IServiceCollection services);
}

public sealed class PlanDsl.AgentRequest : System.IEquatable<PlanDsl.AgentRequest>
{
    public .ctor();
    public System.Text.Json.JsonElement? With { get; init; };
    public int Attempt { get; init; };
    public required string AgentId { get; init; };
    public required string ExecId { get; init; };
    public required string IdempotencyKey { get; init; };
    public required string RunId { get; init; };
    public required string StepId { get; init; };
    public string? ActionId { get; init; };
    public string? Prompt { get; init; };
    public void WriteTo(System.Text.Json.Utf8JsonWriter writer);
}

public sealed class PlanDsl.CommandResult : System.IEquatable<PlanDsl.CommandResult>
{
    public .ctor(int ExitCode, string Stdout, string Stderr, System.Text.Json.JsonElement? Json);
    public System.Text.Json.JsonElement ToJson();
    public System.Text.Json.JsonElement? Json { get; init; };
    public int ExitCode { get; init; };
    public string Stderr { get; init; };
    public string Stdout { get; init; };
}

public sealed class PlanDsl.CompensationFailedEvent : PlanDsl.StepEvent, System.IEquatable<PlanDsl.CompensationFailedEvent>
{
    public .ctor();
    public required PlanDsl.StepError Error { get; init; };
}

public sealed class PlanDsl.CompensationOutcome : System.IEquatable<PlanDsl.CompensationOutcome>
{
    public .ctor(PlanDsl.CompensationStatus Status, PlanDsl.StepError? Error = default);
    public PlanDsl.CompensationStatus Status { get; init; };
    public PlanDsl.StepError? Error { get; init; };
}

public sealed class PlanDsl.CompensationStartedEvent : PlanDsl.StepEvent, System.IEquatable<PlanDsl.CompensationStartedEvent>
{
    public .ctor();
}

public enum PlanDsl.CompensationStatus : int
{
    Failed = 2;
    Running = 0;
    Succeeded = 1;
}

public sealed class PlanDsl.CompensationSucceededEvent : PlanDsl.StepEvent, System.IEquatable<PlanDsl.CompensationSucceededEvent>
{
    public .ctor();
}

public struct PlanDsl.DelegateProgram : PlanDsl.IPlanProgram
{
    public .ctor(PlanDsl.PlanTable table, System.Func<int, System.Threading.CancellationToken, System.Threading.Tasks.ValueTask> invoke, System.Func<int, PlanDsl.StepContext, System.Threading.Tasks.ValueTask>? invokeGoverned = default, System.Func<int, PlanDsl.StepContext, bool>? decide = default, System.Func<int, PlanDsl.FanOut>? openFanOut = default);
    public PlanDsl.FanOut OpenFanOut(int step);
    public PlanDsl.PlanTable Table { get; };
    public System.Threading.Tasks.ValueTask InvokeAsync(int body, PlanDsl.StepContext context);
    public System.Threading.Tasks.ValueTask InvokeAsync(int step, System.Threading.CancellationToken cancellationToken);
    public bool Decide(int decision, PlanDsl.StepContext context);
}

public sealed class PlanDsl.EachAttribute : System.Attribute
{
    public .ctor(string source);
    public string Source { get; };
}

public sealed class PlanDsl.ExitCodeException : System.Exception
{
    public int ExitCode { get; };
    public string Stderr { get; };
    public string Stdout { get; };
}

public enum PlanDsl.FailureKind : int
{
    Binding = 6;
    Cancelled = 9;
    Condition = 5;
    Exception = 0;
    Exhausted = 4;
    ExitCode = 1;
    Limit = 8;
    NotFound = 3;
    Timeout = 2;
    Transition = 7;
}

public abstract class PlanDsl.FanOut
{
    public static PlanDsl.FanOut<TElement, TResult> Over<TElement, TResult>(System.Collections.Generic.IAsyncEnumerable<TElement> source);
    public static PlanDsl.FanOut<TElement, TResult> Over<TElement, TResult>(System.Collections.Generic.IEnumerable<TElement> source);
    public static PlanDsl.FanOut<TElement> Over<TElement>(System.Collections.Generic.IAsyncEnumerable<TElement> source);
    public static PlanDsl.FanOut<TElement> Over<TElement>(System.Collections.Generic.IEnumerable<TElement> source);
}

public class PlanDsl.FanOut<TElement> : PlanDsl.FanOut
{
    public TElement ElementOf(PlanDsl.StepContext context);
}

public sealed class PlanDsl.FanOut<TElement, TResult> : PlanDsl.FanOut<TElement>
{
    public TResult PreviousOf(PlanDsl.StepContext context);
    public TResult ResultOf(PlanDsl.StepContext context);
    public TResult[] Results { get; };
    public void SetResult(PlanDsl.StepContext context, TResult result);
}

public sealed class PlanDsl.FlowCursor
{
    public .ctor(PlanDsl.PlanFlow flow);
    public bool LeadsTo(int step, PlanDsl.StepContext context);
}

public sealed class PlanDsl.FlowStep : System.IEquatable<PlanDsl.FlowStep>
{
    public .ctor();
    public System.Collections.Generic.IReadOnlyList<int> FailureBranch { get; init; };
    public bool IsTolerated { get; init; };
    public bool RunsAfterFailures { get; init; };
    public int? DefaultNext { get; init; };
    public int? NextOnMainLine { get; init; };
}

public sealed class PlanDsl.FromAttribute : System.Attribute
{
    public .ctor(string resultKey);
    public string ResultKey { get; };
}

public sealed class PlanDsl.FromServicesAttribute : System.Attribute
{
    public .ctor();
}

public sealed class PlanDsl.GroupPolicy : System.IEquatable<PlanDsl.GroupPolicy>
{
    public .ctor(PlanDsl.ParallelStrategy Strategy, int Threshold = 0);
    public PlanDsl.ParallelStrategy Strategy { get; init; };
    public int Threshold { get; init; };
}

public sealed class PlanDsl.HandedInput
{
    public .ctor(string place, string planId, string name, PlanDsl.Model.InputType type, bool isSecret = False);
    public System.Decimal ToNumber(System.Text.Json.JsonElement value);
    public bool ToTruth(System.Text.Json.JsonElement value);
    public long ToInteger(System.Text.Json.JsonElement value);
    public static System.Exception Refused(string place, string planId, System.ArgumentException fault);
    public string ToText(System.Text.Json.JsonElement value);
}

public interface PlanDsl.IAgentRunner
{
    public abstract System.Threading.Tasks.Task<System.Text.Json.JsonElement> RunAsync(PlanDsl.AgentRequest request, System.Threading.CancellationToken cancellationToken);
}

public interface PlanDsl.IPlanJournal
{
    public abstract System.Collections.Generic.IAsyncEnumerable<PlanDsl.PendingRequest> PendingAsync(string runId, System.Threading.CancellationToken cancellationToken = default);
    public abstract System.Collections.Generic.IAsyncEnumerable<PlanDsl.PlanEvent> ReadAsync(string runId, long after = 0, System.Threading.CancellationToken cancellationToken = default);
    public abstract System.Collections.Generic.IAsyncEnumerable<PlanDsl.RunSummary> RunsAsync(System.Threading.CancellationToken cancellationToken = default);
    public abstract System.Threading.Tasks.ValueTask DeleteAsync(string runId, System.Threading.CancellationToken cancellationToken = default);
    public abstract System.Threading.Tasks.ValueTask RequestAsync(string runId, PlanDsl.RunRequest request, System.Threading.CancellationToken cancellationToken = default);
    public abstract System.Threading.Tasks.ValueTask<PlanDsl.IRunJournal> CreateAsync(string runId, System.Threading.CancellationToken cancellationToken = default);
    public abstract System.Threading.Tasks.ValueTask<PlanDsl.IRunJournal> ResumeAsync(string runId, System.Threading.CancellationToken cancellationToken = default);
}

public interface PlanDsl.IPlanProgram
{
    public abstract PlanDsl.PlanTable Table { get; };
    public abstract System.Threading.Tasks.ValueTask InvokeAsync(int body, PlanDsl.StepContext context);
    public abstract System.Threading.Tasks.ValueTask InvokeAsync(int step, System.Threading.CancellationToken cancellationToken);
    public virtual PlanDsl.FanOut OpenFanOut(int step);
    public virtual System.Text.Json.JsonElement? SaveInputs(System.Text.Json.JsonSerializerOptions? options);
    public virtual bool Decide(int decision, PlanDsl.StepContext context);
    public virtual void Exchange(int step, PlanDsl.ResultExchange exchange);
    public virtual void Invoke(PlanDsl.Strand strand);
}

public interface PlanDsl.IPlanProgram<TResults> : PlanDsl.IPlanProgram
{
    public abstract TResults GetResults();
}

public interface PlanDsl.IRunJournal : System.IAsyncDisposable
{
    public abstract System.Collections.Generic.IAsyncEnumerable<PlanDsl.RunRequest> RequestsAsync(System.Threading.CancellationToken cancellationToken = default);
    public abstract System.Threading.Tasks.ValueTask FlushAsync(long sequence);
    public abstract long LastSequence { get; };
    public abstract string RunId { get; };
    public abstract void Append(PlanDsl.PlanEvent happened);
}

public interface PlanDsl.ISecretProgram
{
    public abstract System.Collections.Generic.IReadOnlyList<System.Collections.Generic.KeyValuePair<string, System.Text.Json.JsonElement>> GetSecrets();
}

public interface PlanDsl.IStepHandler
{
    public abstract System.Threading.Tasks.ValueTask<System.Text.Json.JsonElement> InvokeAsync(PlanDsl.StepCall call, System.Threading.CancellationToken cancellationToken);
    public virtual bool IsSynchronous { get; };
    public virtual bool TakesContext { get; };
}

public sealed class PlanDsl.InputAttribute : System.Attribute
{
    public .ctor();
}

public sealed class PlanDsl.InterpretedPlan
{
    public PlanDsl.InterpretedRun Start(System.Text.Json.Nodes.JsonObject? inputs = default, PlanDsl.PlanOptions? options = default, System.Threading.CancellationToken cancellationToken = default);
    public PlanDsl.Model.PlanModel Model { get; };
    public PlanDsl.PlanDefinition Definition { get; };
    public System.Collections.Generic.IReadOnlyList<PlanDsl.PlanFileFinding> FindUnresolved(System.Text.Json.Nodes.JsonObject? inputs = default);
    public System.Collections.Generic.IReadOnlyList<PlanDsl.PlanFileFinding> Findings { get; };
    public System.IObservable<PlanDsl.PlanEvent> Observe(System.Text.Json.Nodes.JsonObject? inputs = default);
    public System.Threading.Tasks.Task<PlanDsl.InterpretedRun> RerunAsync(string runId, string from, PlanDsl.PlanOptions options, System.Text.Json.Nodes.JsonObject? secrets = default, System.Threading.CancellationToken cancellationToken = default);
    public System.Threading.Tasks.Task<PlanDsl.InterpretedRun> ResumeAsync(string runId, PlanDsl.PlanOptions options, System.Text.Json.Nodes.JsonObject? secrets = default, System.Threading.CancellationToken cancellationToken = default);
    public System.Threading.Tasks.Task<PlanDsl.PlanResults> RunAsync(System.Text.Json.Nodes.JsonObject? inputs = default, System.Threading.CancellationToken cancellationToken = default);
    public static PlanDsl.InterpretedPlan Load(string path, PlanDsl.InterpretedPlanOptions? options = default);
    public static PlanDsl.InterpretedPlan Parse(string text, string fileName, PlanDsl.InterpretedPlanOptions? options = default);
    public static System.Collections.Generic.IReadOnlyList<PlanDsl.PlanFileFinding> Validate(string path);
    public static System.Collections.Generic.IReadOnlyList<PlanDsl.PlanFileFinding> Validate(string text, string fileName);
    public string Id { get; };
}

public sealed class PlanDsl.InterpretedPlanOptions
{
    public .ctor();
    public PlanDsl.IAgentRunner? Agents { get; set; };
    public PlanDsl.RunFiles? Files { get; set; };
    public PlanDsl.StepHandlers Handlers { get; set; };
    public System.TimeSpan? Timeout { get; set; };
    public string? WorkingDirectory { get; set; };
}

public sealed class PlanDsl.InterpretedRun : PlanDsl.PlanRun<PlanDsl.PlanResults>
{
    public PlanDsl.PlanResults ResultsSoFar { get; };
    public virtual System.Collections.Generic.IReadOnlyList<PlanDsl.StepOutcome> Steps { get; };
    public virtual System.IObservable<PlanDsl.PlanEvent> Events { get; };
    public virtual System.Threading.Tasks.Task<PlanDsl.PlanOutcome<PlanDsl.PlanResults>> Completion { get; };
    public virtual System.Threading.Tasks.Task<PlanDsl.PlanResults> GetResultsAsync();
    public virtual System.Threading.Tasks.Task<bool> TryLetGoAsync();
    public virtual string PlanId { get; };
    public virtual string RunId { get; };
    public virtual void Cancel();
    public virtual void CancelStep(string path);
    public virtual void Signal(string name);
    public virtual void Signal<T>(string name, T value);
}

public sealed class PlanDsl.InvalidPlanException : System.Exception
{
    public .ctor(string planId, System.Collections.Generic.IReadOnlyList<PlanDsl.Model.Finding> findings);
    public .ctor(string planId, System.Collections.Generic.IReadOnlyList<PlanDsl.PlanFileFinding> findings);
    public .ctor(string planId, System.ReadOnlySpan<string> ids);
    public System.Collections.Generic.IReadOnlyList<PlanDsl.Model.Finding> Findings { get; };
    public System.Collections.Generic.IReadOnlyList<PlanDsl.PlanFileFinding> LocatedFindings { get; };
    public System.Collections.Generic.IReadOnlyList<string> Ids { get; };
    public string PlanId { get; };
}

public sealed class PlanDsl.JournalCorruptException : PlanDsl.JournalException
{
    public .ctor(string runId, long sequence, string place, string fault, System.Exception? innerException = default);
    public long Sequence { get; };
    public string Place { get; };
    public string RunId { get; };
}

public enum PlanDsl.JournalDurability : int
{
    Batched = 1;
    EveryEvent = 0;
    None = 2;
}

public class PlanDsl.JournalException : System.Exception
{
    public .ctor(string message, System.Exception? innerException = default);
}

public sealed class PlanDsl.JournalLostException : PlanDsl.JournalException
{
    public .ctor(string runId, string place);
    public string RunId { get; };
}

public class PlanDsl.JournalOptions
{
    public .ctor();
    public PlanDsl.JournalDurability Durability { get; set; };
    public System.TimeProvider TimeProvider { get; set; };
}

public sealed class PlanDsl.JsonLinesJournal : PlanDsl.IPlanJournal
{
    public .ctor(string directory, PlanDsl.JournalOptions? options = default);
    public System.Collections.Generic.IAsyncEnumerable<PlanDsl.PendingRequest> PendingAsync(string runId, System.Threading.CancellationToken cancellationToken = default);
    public System.Collections.Generic.IAsyncEnumerable<PlanDsl.PlanEvent> ReadAsync(string runId, long after = 0, System.Threading.CancellationToken cancellationToken = default);
    public System.Collections.Generic.IAsyncEnumerable<PlanDsl.RunSummary> RunsAsync(System.Threading.CancellationToken cancellationToken = default);
    public System.Threading.Tasks.ValueTask DeleteAsync(string runId, System.Threading.CancellationToken cancellationToken = default);
    public System.Threading.Tasks.ValueTask RequestAsync(string runId, PlanDsl.RunRequest request, System.Threading.CancellationToken cancellationToken = default);
    public System.Threading.Tasks.ValueTask<PlanDsl.IRunJournal> CreateAsync(string runId, System.Threading.CancellationToken cancellationToken = default);
    public System.Threading.Tasks.ValueTask<PlanDsl.IRunJournal> ResumeAsync(string runId, System.Threading.CancellationToken cancellationToken = default);
}

public sealed class PlanDsl.LiveStream<T> : PlanDsl.ILiveEdge
{
    public .ctor();
    public System.Collections.Generic.IAsyncEnumerable<T> Read(PlanDsl.StepContext context);
    public System.Collections.Generic.IAsyncEnumerable<T>? ReadIfProduced(PlanDsl.StepContext context);
    public System.IObservable<T> Observe(PlanDsl.StepContext context);
    public System.IObservable<T>? ObserveIfProduced(PlanDsl.StepContext context);
    public System.Threading.Tasks.ValueTask FeedAsync(System.Collections.Generic.IAsyncEnumerable<T> source, PlanDsl.StepContext context);
    public System.Threading.Tasks.ValueTask FeedAsync(System.IObservable<T> source, PlanDsl.StepContext context);
    public System.Threading.Tasks.ValueTask FeedAsync(T[] elements, PlanDsl.StepContext context);
    public System.Threading.Tasks.ValueTask<T[]> FeedAndCollectAsync(System.Collections.Generic.IAsyncEnumerable<T> source, PlanDsl.StepContext context);
    public System.Threading.Tasks.ValueTask<T[]> FeedAndCollectAsync(System.IObservable<T> source, PlanDsl.StepContext context);
    public System.Threading.Tasks.ValueTask<T[]> FeedAndCollectAsync(T[] elements, PlanDsl.StepContext context);
}

public sealed class PlanDsl.LoopMemory<T>
{
    public .ctor();
    public T Exchange(PlanDsl.StepContext context, T returned);
}

public sealed class PlanDsl.LoopPolicy : System.IEquatable<PlanDsl.LoopPolicy>
{
    public .ctor(int Until, int MaxIterations, bool UseLast = False);
    public bool UseLast { get; init; };
    public int MaxIterations { get; init; };
    public int Until { get; init; };
}

public sealed class PlanDsl.MemoryJournal : PlanDsl.IPlanJournal
{
    public .ctor(System.TimeProvider? timeProvider = default);
    public System.Collections.Generic.IAsyncEnumerable<PlanDsl.PendingRequest> PendingAsync(string runId, System.Threading.CancellationToken cancellationToken = default);
    public System.Collections.Generic.IAsyncEnumerable<PlanDsl.PlanEvent> ReadAsync(string runId, long after = 0, System.Threading.CancellationToken cancellationToken = default);
    public System.Collections.Generic.IAsyncEnumerable<PlanDsl.RunSummary> RunsAsync(System.Threading.CancellationToken cancellationToken = default);
    public System.Threading.Tasks.ValueTask DeleteAsync(string runId, System.Threading.CancellationToken cancellationToken = default);
    public System.Threading.Tasks.ValueTask RequestAsync(string runId, PlanDsl.RunRequest request, System.Threading.CancellationToken cancellationToken = default);
    public System.Threading.Tasks.ValueTask<PlanDsl.IRunJournal> CreateAsync(string runId, System.Threading.CancellationToken cancellationToken = default);
    public System.Threading.Tasks.ValueTask<PlanDsl.IRunJournal> ResumeAsync(string runId, System.Threading.CancellationToken cancellationToken = default);
}

public static class PlanDsl.NullReturned
{
    public static System.InvalidOperationException By(string step, string method, bool isStream = False);
}

public static class PlanDsl.OutcomeValues
{
    public static System.Text.Json.JsonElement ErrorOf<T>(PlanDsl.StepOutcome<T> outcome);
    public static string StatusOf<T>(PlanDsl.StepOutcome<T> outcome);
}

public sealed class PlanDsl.ParallelGroupAttribute : System.Attribute
{
    public .ctor(string name);
    public PlanDsl.FailurePolicy OnFailure { get; set; };
    public PlanDsl.ParallelStrategy Strategy { get; set; };
    public PlanDsl.RunWhen RunWhen { get; set; };
    public bool Critical { get; set; };
    public int MaxParallel { get; set; };
    public int Threshold { get; set; };
    public string Name { get; };
    public string? ResultKey { get; set; };
    public string? Timeout { get; set; };
    public string? When { get; set; };
    public string[]? DependsOn { get; set; };
}

public sealed class PlanDsl.PendingRequest : System.IEquatable<PlanDsl.PendingRequest>
{
    public .ctor();
    public System.DateTimeOffset? AskedAt { get; init; };
    public required string RequestId { get; init; };
    public string? Signal { get; init; };
}

public sealed class PlanDsl.PlanAttribute : System.Attribute
{
    public .ctor();
    public .ctor(string file);
    public bool Resumable { get; set; };
    public int MaxDepth { get; set; };
    public int MaxParallel { get; set; };
    public int MaxSteps { get; set; };
    public string? DefaultTimeout { get; set; };
    public string? File { get; };
    public string? Id { get; set; };
    public string? Timeout { get; set; };
}

public sealed class PlanDsl.PlanCanceledException : System.OperationCanceledException
{
    public .ctor(PlanDsl.PlanOutcome outcome, System.Threading.CancellationToken cancellationToken);
    public PlanDsl.PlanOutcome Outcome { get; };
}

public sealed class PlanDsl.PlanChangedException : System.InvalidOperationException
{
    public .ctor(string runId, string planId, System.Collections.Generic.IReadOnlyList<string> differences, bool isGrave);
    public System.Collections.Generic.IReadOnlyList<string> Differences { get; };
    public string PlanId { get; };
    public string RunId { get; };
}

public sealed class PlanDsl.PlanDefinition
{
    public .ctor(PlanDsl.PlanTable table);
    public .ctor(PlanDsl.PlanTable table, System.Func<int, PlanDsl.PlanDefinition>? plans, System.Collections.Generic.KeyValuePair<string, System.Func<System.Text.Json.JsonElement>>[]? secrets, System.Func<PlanDsl.IPlanProgram>? program, System.Func<PlanDsl.PlanInput[]>? fromEnvironment = default);
    public System.Collections.Generic.IReadOnlyList<PlanDsl.StepDefinition> Steps { get; };
    public int? MaxParallel { get; };
    public string Id { get; };
    public string ToDot();
    public string ToMermaid();
}

public static class PlanDsl.PlanElements
{
    public static PlanDsl.PlanElements<T> InCondition<T>(System.Collections.Generic.IReadOnlyList<T> list, string path, string condition);
    public static PlanDsl.PlanElements<T> Of<T>(System.Collections.Generic.IReadOnlyList<T> list, string path, string place);
}

public struct PlanDsl.PlanElements<T>
{
    public T Item[int] { get; };
}

public static class PlanDsl.PlanEngine
{
    public static PlanDsl.PlanRun Start<TProgram>(TProgram program, PlanDsl.PlanOptions? options = default, System.Threading.CancellationToken cancellationToken = default);
    public static PlanDsl.PlanRun<TResults> Start<TProgram, TResults>(TProgram program, PlanDsl.PlanOptions? options = default, System.Threading.CancellationToken cancellationToken = default);
    public static System.IObservable<PlanDsl.PlanEvent> Observe(System.Func<PlanDsl.PlanOptions, System.Threading.CancellationToken, PlanDsl.PlanRun> start);
    public static System.Threading.Tasks.Task<PlanDsl.PlanRun<TResults>> ResumeAsync<TProgram, TResults>(string runId, System.Func<PlanDsl.RecordedInputs, TProgram> program, PlanDsl.PlanOptions options, System.Threading.CancellationToken cancellationToken = default);
    public static System.Threading.Tasks.Task<TResults> RunAsync<TProgram, TResults>(TProgram program, System.Threading.CancellationToken cancellationToken = default);
}

public abstract class PlanDsl.PlanEvent : System.IEquatable<PlanDsl.PlanEvent>
{
    public bool Replayed { get; init; };
    public required System.DateTimeOffset Time { get; init; };
    public required long Sequence { get; init; };
    public required string RunId { get; init; };
}

public static class PlanDsl.PlanEventExtensions
{
    public static System.IObservable<PlanDsl.RunCriticalPath> CriticalPath(System.IObservable<PlanDsl.PlanEvent> events, PlanDsl.PlanDefinition plan);
    public static System.IObservable<PlanDsl.StepDuration> StepDurations(System.IObservable<PlanDsl.PlanEvent> events);
    public static System.IObservable<System.Double> Progress(System.IObservable<PlanDsl.PlanEvent> events, PlanDsl.PlanDefinition plan);
}

public static class PlanDsl.PlanEventJson
{
    public static PlanDsl.PlanEvent Read(System.Text.Json.JsonElement json);
    public static string TypeOf(PlanDsl.PlanEvent happened);
    public static void Write(System.Text.Json.Utf8JsonWriter json, PlanDsl.PlanEvent happened);
}

public sealed class PlanDsl.PlanExpression
{
    public .ctor(string text, string place, string[] beginnings);
    public System.Collections.Generic.IReadOnlyList<string> ArgumentsOf(System.Text.Json.JsonElement[] values);
    public System.Text.Json.JsonElement ValueOf(System.Text.Json.JsonElement[] values);
    public bool Decide(System.Text.Json.JsonElement[] values);
    public string TextOf(System.Text.Json.JsonElement[] values);
    public virtual string ToString();
}

public sealed class PlanDsl.PlanFailedException : System.Exception
{
    public .ctor(PlanDsl.PlanOutcome outcome);
    public PlanDsl.PlanOutcome Outcome { get; };
}

public sealed class PlanDsl.PlanFileFinding : System.IEquatable<PlanDsl.PlanFileFinding>
{
    public .ctor(string File, int Line, int Column, int EndLine, int EndColumn, PlanDsl.Model.Finding Finding);
    public PlanDsl.Model.Finding Finding { get; init; };
    public int Column { get; init; };
    public int EndColumn { get; init; };
    public int EndLine { get; init; };
    public int Line { get; init; };
    public string File { get; init; };
    public virtual string ToString();
}

public sealed class PlanDsl.PlanFlow
{
    public .ctor(int first, System.Collections.Generic.IReadOnlyList<PlanDsl.FlowStep> steps);
}

public sealed class PlanDsl.PlanInput
{
    public .ctor(string planId, string name, PlanDsl.Model.InputType? type, string? defaultValue = default, string? variable = default, string? description = default, bool isSecret = False);
    public System.Decimal ValueOf(System.Decimal? given, PlanDsl.PlanOptions? options = default);
    public System.Text.Json.JsonElement ValueOf(System.Text.Json.JsonElement? given, PlanDsl.PlanOptions? options = default);
    public bool ValueOf(bool? given, PlanDsl.PlanOptions? options = default);
    public long ValueOf(long? given, PlanDsl.PlanOptions? options = default);
    public string ValueOf(string? given, PlanDsl.PlanOptions? options = default);
}

public static class PlanDsl.PlanJson
{
    public static System.Collections.Generic.IReadOnlyList<System.Text.Json.JsonElement> Elements(System.Text.Json.JsonElement? value, string path, string step);
    public static System.Text.Json.JsonElement Array(System.Text.Json.JsonElement[] elements);
    public static System.Text.Json.JsonElement ArrayOf<T>(System.Collections.Generic.IEnumerable<T>? items, System.Func<T, System.Text.Json.JsonElement> json);
    public static System.Text.Json.JsonElement From<T>(T value, PlanDsl.StepContext context);
    public static System.Text.Json.JsonElement Null { get; };
    public static System.Text.Json.JsonElement Object(System.ValueTuple<string, System.Text.Json.JsonElement>[] members);
    public static System.Text.Json.JsonElement ObjectOfPresent(System.ValueTuple<string, System.Text.Json.JsonElement?>[] members);
    public static System.Text.Json.JsonElement Of(PlanDsl.CommandResult? value);
    public static System.Text.Json.JsonElement Of(System.Decimal? value);
    public static System.Text.Json.JsonElement Of(System.Double? value);
    public static System.Text.Json.JsonElement Of(System.Single? value);
    public static System.Text.Json.JsonElement Of(System.Text.Json.JsonElement? value);
    public static System.Text.Json.JsonElement Of(System.UInt64? value);
    public static System.Text.Json.JsonElement Of(bool? value);
    public static System.Text.Json.JsonElement Of(long? value);
    public static System.Text.Json.JsonElement Of(string? value);
    public static System.Text.Json.JsonElement Parse(string json);
    public static T To<T>(System.Text.Json.JsonElement value, string place, PlanDsl.StepContext context);
    public static T ToOrNull<T>(System.Text.Json.JsonElement value, string place, PlanDsl.StepContext context);
}

public static class PlanDsl.PlanLifecycle
{
    public static System.ReadOnlySpan<PlanDsl.PlanTrigger> Permitted(PlanDsl.PlanState state);
    public static bool IsTerminal(PlanDsl.PlanState state);
    public static bool TryFire(PlanDsl.PlanState state, PlanDsl.PlanTrigger trigger, out PlanDsl.PlanState next);
    public static string ToMermaid();
}

public sealed class PlanDsl.PlanOptions
{
    public .ctor();
    public .ctor(PlanDsl.PlanOptions options);
    public Microsoft.Extensions.Logging.ILoggerFactory? LoggerFactory { get; set; };
    public PlanDsl.IAgentRunner? Agents { get; set; };
    public PlanDsl.IPlanJournal? Journal { get; set; };
    public PlanDsl.RunFiles? Files { get; set; };
    public PlanDsl.StepContext? Parent { get; set; };
    public Polly.Registry.ResiliencePipelineProvider<string>? Pipelines { get; set; };
    public System.Action<PlanDsl.PlanTransition>? OnPlanTransition { get; set; };
    public System.Action<PlanDsl.StepTransition>? OnStepTransition { get; set; };
    public System.IObserver<PlanDsl.PlanEvent>? Observer { get; set; };
    public System.IServiceProvider? Services { get; set; };
    public System.Text.Json.JsonSerializerOptions? JsonOptions { get; set; };
    public System.TimeProvider TimeProvider { get; set; };
    public System.TimeSpan CancelGrace { get; set; };
    public System.TimeSpan CompensationTimeout { get; set; };
    public bool AllowChanged { get; set; };
    public int? MaxDepth { get; set; };
    public int? MaxParallel { get; set; };
    public string? RunId { get; set; };
}

public class PlanDsl.PlanOutcome
{
    public PlanDsl.RunStatus Status { get; };
    public PlanDsl.StepError? Error { get; };
    public PlanDsl.StepError? JournalError { get; };
    public System.Collections.Generic.IReadOnlyList<PlanDsl.StepOutcome> CompensationFailures { get; };
    public System.Collections.Generic.IReadOnlyList<PlanDsl.StepOutcome> Failures { get; };
    public System.Collections.Generic.IReadOnlyList<PlanDsl.StepOutcome> Steps { get; };
    public string PlanId { get; };
    public string RunId { get; };
    public virtual bool Succeeded { get; };
    public virtual string ToString();
}

public sealed class PlanDsl.PlanOutcome<TResults> : PlanDsl.PlanOutcome
{
    public TResults Results { get; };
    public virtual bool Succeeded { get; };
}

public sealed class PlanDsl.PlanResults : System.Collections.Generic.IEnumerable<System.Collections.Generic.KeyValuePair<string, System.Text.Json.JsonElement>>, System.Collections.Generic.IReadOnlyCollection<System.Collections.Generic.KeyValuePair<string, System.Text.Json.JsonElement>>, System.Collections.Generic.IReadOnlyDictionary<string, System.Text.Json.JsonElement>, System.Collections.IEnumerable
{
    public System.Collections.Generic.IEnumerable<System.Text.Json.JsonElement> Values { get; };
    public System.Collections.Generic.IEnumerable<string> Keys { get; };
    public System.Collections.Generic.IEnumerator<System.Collections.Generic.KeyValuePair<string, System.Text.Json.JsonElement>> GetEnumerator();
    public System.Text.Json.JsonElement Item[string] { get; };
    public bool ContainsKey(string key);
    public bool TryGetValue(string key, out System.Text.Json.JsonElement value);
    public int Count { get; };
}

public abstract class PlanDsl.PlanRun
{
    public System.Threading.Tasks.Task<PlanDsl.PlanOutcome> Completion { get; };
    public abstract System.Collections.Generic.IReadOnlyList<PlanDsl.StepOutcome> Steps { get; };
    public abstract System.IObservable<PlanDsl.PlanEvent> Events { get; };
    public abstract System.Threading.Tasks.Task<bool> TryLetGoAsync();
    public abstract string PlanId { get; };
    public abstract string RunId { get; };
    public abstract void Cancel();
    public abstract void CancelStep(string path);
    public abstract void Signal(string name);
    public abstract void Signal<T>(string name, T value);
    public virtual string ToString();
}

public abstract class PlanDsl.PlanRun<TResults> : PlanDsl.PlanRun
{
    public abstract System.Threading.Tasks.Task<PlanDsl.PlanOutcome<TResults>> Completion { get; };
    public abstract System.Threading.Tasks.Task<TResults> GetResultsAsync();
}

public enum PlanDsl.PlanState : int
{
    AwaitingResults = 3;
    Completed = 5;
    Dispatching = 2;
    Failed = 6;
    Merging = 4;
    Pending = 0;
    Planning = 1;
}

public sealed class PlanDsl.PlanTable
{
    public .ctor(string planId, string stepIds, string resultKeys, System.ReadOnlySpan<byte> traits, System.ReadOnlySpan<int> successorStart, System.ReadOnlySpan<int> successors, System.ReadOnlySpan<int> predecessorCounts, int maxParallel = 0, System.TimeSpan? timeout = default, PlanDsl.StepPolicy[]? policies = default, System.ReadOnlySpan<int> groups = default, int maxDepth = 0, int maxSteps = 0, int[][]? strands = default);
    public System.Collections.Generic.IReadOnlyList<string> ResultKeys { get; };
    public System.Collections.Generic.IReadOnlyList<string> StepIds { get; };
    public System.TimeSpan? Timeout { get; };
    public int MaxDepth { get; };
    public int MaxParallel { get; };
    public int MaxSteps { get; };
    public int StepCount { get; };
    public static PlanDsl.PlanTable From(PlanDsl.Model.PlanModel model);
    public string PlanId { get; };
}

public static class PlanDsl.PlanTelemetry
{
    public const string ActivitySourceName;
    public const string LoggerCategory;
    public const string MeterName;
}

public static class PlanDsl.PlanText
{
    public static System.Collections.Generic.IReadOnlyList<string> Arguments(System.Collections.Generic.IEnumerable<System.Text.Json.JsonElement> value, string path, string place);
    public static System.Collections.Generic.IReadOnlyList<string> Arguments(System.Collections.Generic.IEnumerable<string>? value, string path, string place);
    public static System.Collections.Generic.IReadOnlyList<string> Arguments(System.Text.Json.JsonElement? value, string path, string place);
    public static string Of(System.Decimal? value, string path, string place);
    public static string Of(System.Double? value, string path, string place);
    public static string Of(System.Single? value, string path, string place);
    public static string Of(System.Text.Json.JsonElement? value, string path, string place);
    public static string Of(System.UInt64? value, string path, string place);
    public static string Of(bool? value, string path, string place);
    public static string Of(long? value, string path, string place);
    public static string Of(string? value, string path, string place);
    public static string Spelled<T>(T value);
    public static string? Spelled(System.Uri? value);
    public static string? Spelled(System.Version? value);
    public static string? Spelled(byte[]? value);
    public static string? Spelled<T>(T? value);
}

public sealed class PlanDsl.PlanTransition : System.IEquatable<PlanDsl.PlanTransition>
{
    public .ctor(string RunId, string PlanId, PlanDsl.PlanState From, PlanDsl.PlanState To, PlanDsl.PlanTrigger Trigger, System.TimeSpan Duration);
    public PlanDsl.PlanState From { get; init; };
    public PlanDsl.PlanState To { get; init; };
    public PlanDsl.PlanTrigger Trigger { get; init; };
    public System.TimeSpan Duration { get; init; };
    public string PlanId { get; init; };
    public string RunId { get; init; };
}

public enum PlanDsl.PlanTrigger : int
{
    DispatchStep = 3;
    Panic = 8;
    ParallelComplete = 5;
    PlannerFinished = 1;
    StartPlan = 0;
    StepFailed = 6;
    StepSucceeded = 4;
    Timeout = 7;
    ValidationFailed = 2;
}

public sealed class PlanDsl.PreviousAttribute : System.Attribute
{
    public .ctor();
}

public sealed class PlanDsl.ProcessAgentRunner : PlanDsl.IAgentRunner
{
    public .ctor(string commandLine);
    public .ctor(string program, System.Collections.Generic.IEnumerable<string> arguments);
    public System.Threading.Tasks.Task<System.Text.Json.JsonElement> RunAsync(PlanDsl.AgentRequest request, System.Threading.CancellationToken cancellationToken);
    public System.TimeProvider TimeProvider { get; init; };
    public string? WorkingDirectory { get; init; };
}

public sealed class PlanDsl.RecordedInputs
{
    public .ctor(PlanDsl.PlanTable plan, System.Text.Json.JsonSerializerOptions? options);
    public PlanDsl.RecordedInputs Add<T>(string name, T value);
    public System.Text.Json.JsonElement ToJson();
    public T Of<T>(string name);
    public T Of<T>(string name, T byDefault);
}

public abstract class PlanDsl.ResultExchange
{
    public PlanDsl.StepContext? Attempt { get; };
    public abstract void Of<T>(T? place);
    public bool IsLast { get; };
    public void OfElement<TElement, TResult>(PlanDsl.FanOut<TElement, TResult>? fanOut);
    public void OfElementValue<TElement, TResult>(PlanDsl.FanOut<TElement, TResult?>? fanOut);
    public void OfLoop<T>(T returned, T?? result);
    public void OfLoop<T>(T? returned, T? result);
    public void OfTask<T>(System.Threading.Tasks.Task<T>? place);
    public void OfValue<T>(T?? place);
    public void Remind<T>(PlanDsl.LoopMemory<T> memory, System.Func<PlanDsl.StepContext, T> returned);
}

public sealed class PlanDsl.RunCancelRequest : PlanDsl.RunRequest, System.IEquatable<PlanDsl.RunCancelRequest>
{
    public .ctor();
}

public sealed class PlanDsl.RunCancelRequestedEvent : PlanDsl.PlanEvent, System.IEquatable<PlanDsl.RunCancelRequestedEvent>
{
    public .ctor();
    public string? RequestId { get; init; };
}

public sealed class PlanDsl.RunClaimedException : PlanDsl.JournalException
{
    public .ctor(string runId, string journal, PlanDsl.RunOwner? owner);
    public PlanDsl.RunOwner? Owner { get; };
    public string RunId { get; };
}

public sealed class PlanDsl.RunCompletedEvent : PlanDsl.PlanEvent, System.IEquatable<PlanDsl.RunCompletedEvent>
{
    public .ctor();
    public PlanDsl.StepError? Error { get; init; };
    public required PlanDsl.RunStatus Status { get; init; };
}

public sealed class PlanDsl.RunCompletedException : PlanDsl.JournalException
{
    public .ctor(string runId, string journal);
    public string RunId { get; };
}

public sealed class PlanDsl.RunCreatedEvent : PlanDsl.PlanEvent, System.IEquatable<PlanDsl.RunCreatedEvent>
{
    public .ctor();
    public System.Text.Json.JsonElement? Inputs { get; init; };
    public required string PlanId { get; init; };
    public string? ParentRun { get; init; };
    public string? PlanHash { get; init; };
    public string? Shape { get; init; };
}

public sealed class PlanDsl.RunCriticalPath : System.IEquatable<PlanDsl.RunCriticalPath>
{
    public .ctor(System.TimeSpan Duration, System.Collections.Generic.IReadOnlyList<string> Steps);
    public System.Collections.Generic.IReadOnlyList<string> Steps { get; init; };
    public System.TimeSpan Duration { get; init; };
    public virtual string ToString();
}

public sealed class PlanDsl.RunFiles
{
    public .ctor(string directory);
    public long MaxBytes { get; init; };
    public string Directory { get; };
    public string DirectoryOf(string runId);
    public void Delete(string runId);
}

public sealed class PlanDsl.RunNotFoundException : PlanDsl.JournalException
{
    public .ctor(string runId, string journal);
    public string RunId { get; };
}

public sealed class PlanDsl.RunOwner : System.IEquatable<PlanDsl.RunOwner>
{
    public .ctor(int ProcessId, string Host);
    public int ProcessId { get; init; };
    public static PlanDsl.RunOwner Current { get; };
    public string Host { get; init; };
    public virtual string ToString();
}

public abstract class PlanDsl.RunRequest : System.IEquatable<PlanDsl.RunRequest>
{
    public System.DateTimeOffset? AskedAt { get; init; };
    public string Id { get; init; };
}

public sealed class PlanDsl.RunResumedEvent : PlanDsl.PlanEvent, System.IEquatable<PlanDsl.RunResumedEvent>
{
    public .ctor();
    public int? ProcessId { get; init; };
    public string? Host { get; init; };
    public string? PlanHash { get; init; };
    public string? Shape { get; init; };
}

public sealed class PlanDsl.RunSignalRequest : PlanDsl.RunRequest, System.IEquatable<PlanDsl.RunSignalRequest>
{
    public .ctor(string Name, System.Text.Json.JsonElement? Value = default);
    public System.Text.Json.JsonElement? Value { get; init; };
    public string Name { get; init; };
}

public sealed class PlanDsl.RunStartedEvent : PlanDsl.PlanEvent, System.IEquatable<PlanDsl.RunStartedEvent>
{
    public .ctor();
}

public enum PlanDsl.RunStatus : int
{
    Cancelled = 4;
    Failed = 3;
    Pending = 0;
    Running = 1;
    Succeeded = 2;
}

public sealed class PlanDsl.RunSummary : System.IEquatable<PlanDsl.RunSummary>
{
    public .ctor();
    public PlanDsl.RunOwner? Owner { get; init; };
    public System.DateTimeOffset? EndedAt { get; init; };
    public required PlanDsl.RunStatus Status { get; init; };
    public required System.DateTimeOffset CreatedAt { get; init; };
    public required long LastSequence { get; init; };
    public required string PlanId { get; init; };
    public required string RunId { get; init; };
    public string? Fault { get; init; };
    public string? ParentRun { get; init; };
}

public struct PlanDsl.ShellTextHandler
{
    public .ctor(int literalLength, int formattedCount);
    public void AppendFormatted(PlanDsl.ShellVariable variable);
    public void AppendFormatted(string value);
    public void AppendLiteral(string text);
}

public sealed class PlanDsl.ShellVariable
{
    public .ctor(string name, System.Text.Json.JsonElement? value, string place);
    public .ctor(string name, string? value);
}

public sealed class PlanDsl.SignalAttribute : System.Attribute
{
    public .ctor(string name);
    public string Name { get; };
    public string? Timeout { get; set; };
}

public sealed class PlanDsl.SignalPolicy : System.IEquatable<PlanDsl.SignalPolicy>
{
    public .ctor(string Name, System.Type? ValueType);
    public System.Type? ValueType { get; init; };
    public bool TakesAnything { get; init; };
    public string Name { get; init; };
}

public sealed class PlanDsl.SignalReceivedEvent : PlanDsl.PlanEvent, System.IEquatable<PlanDsl.SignalReceivedEvent>
{
    public .ctor();
    public System.DateTimeOffset? AskedAt { get; init; };
    public System.Text.Json.JsonElement? Value { get; init; };
    public required string Name { get; init; };
    public string? RequestId { get; init; };
    public string? StepPath { get; init; };
}

public enum PlanDsl.SkipCause : int
{
    Branch = 2;
    Condition = 0;
    Dependency = 1;
}

public sealed class PlanDsl.StateMachineAttribute : System.Attribute
{
    public .ctor();
    public object? Initial { get; set; };
    public object[]? Terminal { get; set; };
}

public sealed class PlanDsl.StepAgent
{
    public .ctor(string agentId);
    public System.Text.Json.JsonElement? With { get; init; };
    public System.Threading.Tasks.Task<System.Text.Json.JsonElement> RunAsync(PlanDsl.StepContext context);
    public System.Threading.Tasks.Task<System.Text.Json.JsonElement> RunAsync(PlanDsl.StepContext context, System.Threading.CancellationToken cancellationToken);
    public string? ActionId { get; init; };
    public string? Prompt { get; init; };
}

public sealed class PlanDsl.StepAttribute : System.Attribute
{
    public .ctor();
    public PlanDsl.FailurePolicy OnFailure { get; set; };
    public PlanDsl.OnExhausted OnExhausted { get; set; };
    public PlanDsl.RetryBackoff RetryBackoff { get; set; };
    public PlanDsl.RunWhen RunWhen { get; set; };
    public System.Type? Plan { get; set; };
    public System.Type[]? NoRetryOn { get; set; };
    public System.Type[]? RetryOn { get; set; };
    public bool Critical { get; set; };
    public int MaxIterations { get; set; };
    public int MaxParallel { get; set; };
    public int Retries { get; set; };
    public string? Compensate { get; set; };
    public string? Fallback { get; set; };
    public string? Group { get; set; };
    public string? Pipeline { get; set; };
    public string? RepeatUntil { get; set; };
    public string? ResultKey { get; set; };
    public string? RetryDelay { get; set; };
    public string? RetryMaxDelay { get; set; };
    public string? Timeout { get; set; };
    public string? TotalTimeout { get; set; };
    public string? When { get; set; };
    public string[]? DependsOn { get; set; };
}

public struct PlanDsl.StepCall
{
    public PlanDsl.StepContext Context { get; };
    public System.Text.Json.JsonElement With { get; };
    public string Name { get; };
}

public sealed class PlanDsl.StepCancelledEvent : PlanDsl.StepEvent, System.IEquatable<PlanDsl.StepCancelledEvent>
{
    public .ctor();
    public System.Text.Json.JsonElement? Result { get; init; };
    public bool Abandoned { get; init; };
    public bool ByName { get; init; };
    public bool Returned { get; init; };
}

public sealed class PlanDsl.StepCommand
{
    public .ctor(string program, System.Collections.Generic.IReadOnlyList<string> arguments);
    public PlanDsl.StepEnvironment? Environment { get; init; };
    public System.Threading.Tasks.Task<PlanDsl.CommandResult> RunAsync(PlanDsl.StepContext context);
    public System.Threading.Tasks.Task<PlanDsl.CommandResult> RunAsync(PlanDsl.StepContext context, System.Threading.CancellationToken cancellationToken);
    public static PlanDsl.StepCommand Shell(PlanDsl.ShellTextHandler text, System.Collections.Generic.IReadOnlyList<string> arguments, string? workingDirectory = default, PlanDsl.StepEnvironment? environment = default);
    public string? WorkingDirectory { get; init; };
}

public sealed class PlanDsl.StepContext
{
    public Microsoft.Extensions.Logging.ILogger Logger { get; };
    public PlanDsl.PlanOptions SubPlanOptions();
    public PlanDsl.StepOutcome<T> OutcomeOf<T>(int step, T value);
    public System.DateTimeOffset? Deadline { get; };
    public System.IServiceProvider Services { get; };
    public System.Threading.CancellationToken CancellationToken { get; };
    public System.Threading.Tasks.Task WaitForSignalAsync(string name);
    public System.Threading.Tasks.Task<System.Text.Json.JsonElement> WaitForJsonSignalAsync(string name);
    public System.Threading.Tasks.Task<T> WaitForSignalAsync<T>(string name);
    public bool HasSucceeded(int step);
    public int Attempt { get; };
    public int Depth { get; };
    public int Iteration { get; };
    public int? ElementIndex { get; };
    public string ExecId { get; };
    public string IdempotencyKey { get; };
    public string RunId { get; };
    public string StepId { get; };
    public string StepPath { get; };
    public void Heartbeat();
    public void Keep<T>(T result, T? place);
    public void ReportProgress(System.Double fraction, string? message = default);
}

public sealed class PlanDsl.StepDefinition : System.IEquatable<PlanDsl.StepDefinition>
{
    public .ctor(string Id, string? ResultKey, System.Collections.Generic.IReadOnlyList<string> DependsOn, PlanDsl.FailurePolicy OnFailure, bool IsCritical, bool IsAsync);
    public PlanDsl.FailurePolicy OnFailure { get; init; };
    public System.Collections.Generic.IReadOnlyList<string> DependsOn { get; init; };
    public bool IsAsync { get; init; };
    public bool IsCritical { get; init; };
    public string Id { get; init; };
    public string? Group { get; init; };
    public string? ResultKey { get; init; };
}

public sealed class PlanDsl.StepDuration : System.IEquatable<PlanDsl.StepDuration>
{
    public .ctor(string StepPath, PlanDsl.StepStatus Status, System.TimeSpan Duration);
    public PlanDsl.StepStatus Status { get; init; };
    public System.TimeSpan Duration { get; init; };
    public string StepPath { get; init; };
}

public enum PlanDsl.StepEnds : int
{
    Failure = 2;
    None = 0;
    Success = 1;
    Timeout = 4;
}

public sealed class PlanDsl.StepEnvironment : System.Collections.Generic.IEnumerable<System.Collections.Generic.KeyValuePair<string, string>>, System.Collections.IEnumerable
{
    public .ctor();
    public .ctor(PlanDsl.StepEnvironment outer);
    public System.Collections.Generic.IEnumerator<System.Collections.Generic.KeyValuePair<string, string>> GetEnumerator();
    public System.Text.Json.JsonElement ToJson();
    public string Item[string] { get; set; };
}

public sealed class PlanDsl.StepError : System.IEquatable<PlanDsl.StepError>
{
    public .ctor(PlanDsl.FailureKind Kind, string Message, System.Exception? Exception = default);
    public PlanDsl.FailureKind Kind { get; init; };
    public System.Exception? Exception { get; init; };
    public string Message { get; init; };
    public string? StepId { get; init; };
}

public abstract class PlanDsl.StepEvent : PlanDsl.PlanEvent, System.IEquatable<PlanDsl.StepEvent>
{
    public required int Attempt { get; init; };
    public required string StepPath { get; init; };
    public string ExecId { get; };
    public string IdempotencyKey { get; };
    public string? Parent { get; init; };
}

public sealed class PlanDsl.StepFailedEvent : PlanDsl.StepEvent, System.IEquatable<PlanDsl.StepFailedEvent>
{
    public .ctor();
    public bool Abandoned { get; init; };
    public bool Partial { get; init; };
    public bool Returned { get; init; };
    public bool Tolerated { get; init; };
    public required PlanDsl.StepError Error { get; init; };
}

public sealed class PlanDsl.StepFallbackEvent : PlanDsl.StepEvent, System.IEquatable<PlanDsl.StepFallbackEvent>
{
    public .ctor();
    public required PlanDsl.StepError Error { get; init; };
}

public static class PlanDsl.StepGuard
{
    public static T Plan<T>(T value, string step, string member);
    public static T Source<T>(T value, string step, string source);
}

public sealed class PlanDsl.StepHandlers
{
    public .ctor();
    public PlanDsl.StepHandlers Add(string name, PlanDsl.IStepHandler handler);
    public PlanDsl.StepHandlers Add(string name, System.Func<System.Text.Json.JsonElement, System.Text.Json.JsonElement> invoke);
    public PlanDsl.StepHandlers Add(string name, System.Func<System.Text.Json.JsonElement, System.Threading.CancellationToken, System.Threading.Tasks.ValueTask<System.Text.Json.JsonElement>> invoke);
    public PlanDsl.StepHandlers AddWithContext(string name, System.Func<System.Text.Json.JsonElement, PlanDsl.StepContext, System.Threading.Tasks.ValueTask<System.Text.Json.JsonElement>> invoke);
    public System.Collections.Generic.IReadOnlyCollection<string> Names { get; };
}

public sealed class PlanDsl.StepHeartbeatEvent : PlanDsl.StepEvent, System.IEquatable<PlanDsl.StepHeartbeatEvent>
{
    public .ctor();
}

public static class PlanDsl.StepLifecycle
{
    public static System.ReadOnlySpan<PlanDsl.StepTrigger> Permitted(PlanDsl.StepStatus state);
    public static bool IsTerminal(PlanDsl.StepStatus state);
    public static bool TryFire(PlanDsl.StepStatus state, PlanDsl.StepTrigger trigger, out PlanDsl.StepStatus next);
    public static string ToMermaid();
}

public sealed class PlanDsl.StepOutcome
{
    public PlanDsl.CompensationOutcome? Compensation { get; init; };
    public PlanDsl.SkipCause? SkipCause { get; init; };
    public PlanDsl.StepError? Error { get; init; };
    public PlanDsl.StepError? ReplacedError { get; init; };
    public System.Collections.Generic.IReadOnlyList<PlanDsl.StepOutcome> Children { get; init; };
    public System.DateTimeOffset? EndedAt { get; init; };
    public System.DateTimeOffset? StartedAt { get; init; };
    public System.TimeSpan? Duration { get; };
    public bool IsAbandoned { get; init; };
    public bool IsFallback { get; };
    public bool IsTolerated { get; init; };
    public int Attempts { get; init; };
    public required PlanDsl.StepStatus Status { get; init; };
    public required string Id { get; init; };
    public required string Path { get; init; };
    public virtual string ToString();
}

public sealed class PlanDsl.StepOutcome<T>
{
    public PlanDsl.SkipCause? SkipCause { get; };
    public PlanDsl.StepError? Error { get; };
    public PlanDsl.StepError? ReplacedError { get; };
    public PlanDsl.StepStatus Status { get; };
    public System.DateTimeOffset? EndedAt { get; };
    public System.DateTimeOffset? StartedAt { get; };
    public System.TimeSpan? Duration { get; };
    public T Value { get; };
    public bool HasValue { get; };
    public bool IsAbandoned { get; };
    public bool IsFallback { get; };
    public bool IsTolerated { get; };
    public bool TryGetValue(out T? value);
    public int Attempts { get; };
    public string Id { get; };
    public string Path { get; };
    public virtual string ToString();
}

public sealed class PlanDsl.StepPolicy : System.IEquatable<PlanDsl.StepPolicy>
{
    public .ctor();
    public PlanDsl.GroupPolicy? Group { get; init; };
    public PlanDsl.LoopPolicy? Loop { get; init; };
    public PlanDsl.RetryBackoff RetryBackoff { get; init; };
    public PlanDsl.RunWhen RunWhen { get; init; };
    public PlanDsl.SignalPolicy? Signal { get; init; };
    public PlanDsl.StepEnds? Accepted { get; init; };
    public System.Collections.Generic.IReadOnlyList<PlanDsl.FailureKind>? NoRetryOnKinds { get; init; };
    public System.Collections.Generic.IReadOnlyList<PlanDsl.FailureKind>? RetryOnKinds { get; init; };
    public System.Collections.Generic.IReadOnlyList<System.Type> NoRetryOn { get; init; };
    public System.Collections.Generic.IReadOnlyList<System.Type> RetryOn { get; init; };
    public System.TimeSpan? RetryDelay { get; init; };
    public System.TimeSpan? RetryMaxDelay { get; init; };
    public System.TimeSpan? Timeout { get; init; };
    public System.TimeSpan? TotalTimeout { get; init; };
    public bool IsFanOut { get; init; };
    public bool IsSubPlan { get; init; };
    public bool NeedsAgents { get; init; };
    public bool NeedsServices { get; init; };
    public int Retries { get; init; };
    public int? Branch { get; init; };
    public int? Compensation { get; init; };
    public int? Condition { get; init; };
    public int? Fallback { get; init; };
    public int? LiveFrom { get; init; };
    public int? LiveTo { get; init; };
    public int? MaxParallel { get; init; };
    public string? Pipeline { get; init; };
}

public sealed class PlanDsl.StepProgressEvent : PlanDsl.StepEvent, System.IEquatable<PlanDsl.StepProgressEvent>
{
    public .ctor();
    public required System.Double Fraction { get; init; };
    public string? Message { get; init; };
}

public static class PlanDsl.StepResult
{
    public static System.Threading.Tasks.ValueTask Keep<TState, T>(System.Threading.Tasks.Task<T> body, TState state, System.Action<TState, T> keep);
}

public sealed class PlanDsl.StepRetryEvent : PlanDsl.StepEvent, System.IEquatable<PlanDsl.StepRetryEvent>
{
    public .ctor();
    public required PlanDsl.StepError Error { get; init; };
    public required System.TimeSpan Delay { get; init; };
}

public sealed class PlanDsl.StepSkippedEvent : PlanDsl.StepEvent, System.IEquatable<PlanDsl.StepSkippedEvent>
{
    public .ctor();
    public required PlanDsl.SkipCause Cause { get; init; };
}

public sealed class PlanDsl.StepStartedEvent : PlanDsl.StepEvent, System.IEquatable<PlanDsl.StepStartedEvent>
{
    public .ctor();
}

public enum PlanDsl.StepStatus : int
{
    Cancelled = 7;
    Failed = 4;
    Partial = 5;
    Pending = 0;
    Running = 1;
    Skipped = 6;
    Succeeded = 3;
    Waiting = 2;
}

public sealed class PlanDsl.StepSucceededEvent : PlanDsl.StepEvent, System.IEquatable<PlanDsl.StepSucceededEvent>
{
    public .ctor();
    public PlanDsl.StepError? ReplacedError { get; init; };
    public System.Text.Json.JsonElement? Result { get; init; };
    public bool Abandoned { get; init; };
    public bool Fallback { get; };
    public bool Partial { get; init; };
    public string? Signal { get; init; };
}

public static class PlanDsl.StepTimeout
{
    public static System.Threading.Tasks.Task<T> WithinAsync<T>(System.TimeSpan timeout, string place, PlanDsl.StepContext context, System.Func<System.Threading.CancellationToken, System.Threading.Tasks.Task<T>> body);
}

public sealed class PlanDsl.StepTimeoutEvent : PlanDsl.StepEvent, System.IEquatable<PlanDsl.StepTimeoutEvent>
{
    public .ctor();
    public required System.TimeSpan Timeout { get; init; };
    public required bool IsTotal { get; init; };
}

public sealed class PlanDsl.StepTransition : System.IEquatable<PlanDsl.StepTransition>
{
    public .ctor(string RunId, string StepPath, PlanDsl.StepStatus From, PlanDsl.StepStatus To, PlanDsl.StepTrigger Trigger, System.TimeSpan Duration);
    public PlanDsl.StepStatus From { get; init; };
    public PlanDsl.StepStatus To { get; init; };
    public PlanDsl.StepTrigger Trigger { get; init; };
    public System.TimeSpan Duration { get; init; };
    public string RunId { get; init; };
    public string StepPath { get; init; };
}

public enum PlanDsl.StepTrigger : int
{
    Cancel = 7;
    Dispatch = 0;
    Fail = 6;
    Partial = 5;
    Skip = 1;
    Succeed = 4;
    Wait = 2;
    Wake = 3;
}

public sealed class PlanDsl.StepWaitingEvent : PlanDsl.StepEvent, System.IEquatable<PlanDsl.StepWaitingEvent>
{
    public .ctor();
    public System.DateTimeOffset? Deadline { get; init; };
    public string? Signal { get; init; };
}

public sealed class PlanDsl.Strand : System.Threading.IThreadPoolWorkItem
{
    public System.Threading.CancellationToken CancellationToken { get; };
    public T GetResult<T>();
    public bool Awaits(System.Threading.Tasks.Task body);
    public bool Awaits(System.Threading.Tasks.ValueTask body);
    public bool Awaits<T>(System.Threading.Tasks.ValueTask<T> body, out T? result);
    public bool GoesOn();
    public bool HasWaited { get; };
    public bool TryBegin(int place);
    public int NextPlace { get; };
    public int Number { get; };
    public void GetResult();
}

public static class PlanDsl.Streams
{
    public static System.Threading.Tasks.Task<T> LastAsync<T>(System.Collections.Generic.IAsyncEnumerable<T> stream, System.Threading.CancellationToken cancellationToken);
    public static System.Threading.Tasks.Task<T> LastAsync<T>(System.IObservable<T> stream, System.Threading.CancellationToken cancellationToken);
    public static System.Threading.Tasks.Task<T[]> CollectAsync<T>(System.Collections.Generic.IAsyncEnumerable<T> stream, System.Threading.CancellationToken cancellationToken);
    public static System.Threading.Tasks.Task<T[]> CollectAsync<T>(System.IObservable<T> stream, System.Threading.CancellationToken cancellationToken);
    public static T LastOf<T>(T[] all);
}

public sealed class PlanDsl.TransitionAttribute : System.Attribute
{
    public .ctor(object from, object trigger, object to);
    public object From { get; };
    public object To { get; };
    public object Trigger { get; };
}
