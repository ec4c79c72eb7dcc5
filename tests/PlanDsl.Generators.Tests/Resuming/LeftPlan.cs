using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.ExceptionServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using PlanDsl.Testing.Internal;

namespace PlanDsl.Generators.Tests;

/// <summary>A compiled plan whose runs are left and resumed. Its bodies say by <c>Did.It("path", result)</c> that they were called. What each run is
/// given, and told once it has started, stands in a class <c>Given</c> beside it, where its types are known.</summary>
internal sealed partial class LeftPlan
{
    public const string RunId = "run-1";

    /// <summary>What bodies say that they were called by.</summary>
    public const string Source = """
        public static class Did
        {
            public static readonly System.Collections.Concurrent.ConcurrentQueue<string> Paths = new();

            public static T It<T>(string path, T value)
            {
                Paths.Enqueue(path);
                return value;
            }

            public static void It(string path) => Paths.Enqueue(path);
        }
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly JsonSerializerOptions WithFields = new() { IncludeFields = true, NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    private readonly Type _type;
    private readonly ConcurrentQueue<string> _did;
    private readonly Action<PlanRun>? _onStarted;

    public LeftPlan(params ReadOnlySpan<string> sources)
        : this(PlanSources.Generate([.. sources, Source]).AssertCompiles().Load(), "P")
    {
    }

    public LeftPlan(Assembly assembly, string plan)
    {
        _type = assembly.GetType(plan, throwOnError: true)!;
        _did = assembly.GetType("Did") is { } did ? (ConcurrentQueue<string>)did.GetField("Paths")!.GetValue(null)! : new();
        var given = assembly.GetType("Given");
        Inputs = (object?[]?)given?.GetProperty("Inputs")?.GetValue(null) ?? [];
        _onStarted = given?.GetMethod("OnStarted")?.CreateDelegate<Action<PlanRun>>();
    }

    /// <summary>What each run is given.</summary>
    public object?[] Inputs { get; set; }

    /// <summary>What is asked for again when a run is resumed.</summary>
    public object?[] Secrets { get; set; } = [];

    /// <summary>How runs are made, but for their journal.</summary>
    public PlanOptions Options { get; set; } = new();

    /// <summary>The paths of the bodies that were called.</summary>
    public IReadOnlyCollection<string> Calls => _did;

    /// <summary>The paths of bodies that are called again, though their ends are recorded.</summary>
    public Func<PlanEvent[], string, bool> MayRunAgain { get; set; } = static (_, _) => false;

    /// <summary>A plan <c>P</c> with these members.</summary>
    public static LeftPlan Of(string members, string attributes = "[Plan]", string others = "") => new($$"""
        {{others}}

        {{attributes}}
        public partial class P
        {
            {{members}}
        }
        """);

    public PlanRun Start(PlanOptions options) => (PlanRun)Invoke("Start", [.. Inputs, options, CancellationToken.None])!;

    public async Task<PlanRun> ResumeAsync(PlanOptions options)
    {
        var resuming = (Task)Invoke("ResumeAsync", [RunId, .. Secrets, options, CancellationToken.None])!;
        await resuming.WaitAsync(Patience).ConfigureAwait(false);
        return (PlanRun)resuming.GetType().GetProperty("Result")!.GetValue(resuming)!;
    }

    /// <summary>Runs the plan to its end and records that.</summary>
    public async Task<(PlanOutcome Outcome, PlanEvent[] Events)> RecordAsync(IPlanJournal? journal = null)
    {
        journal ??= new MemoryJournal();
        var run = Start(new(Options) { Journal = journal, RunId = RunId });
        _onStarted?.Invoke(run);
        var outcome = await run.Completion.WaitAsync(Patience).ConfigureAwait(false);
        return (outcome, await EventsAsync(journal).ConfigureAwait(false));
    }

    /// <summary>Asserts that a run which is left after any of its events, and resumed, ends as one that was not, and that nothing is done twice.</summary>
    /// <returns>How it ends.</returns>
    public async Task<string> AssertAsync(int every = 1)
    {
        var (undisturbed, events) = await RecordAsync().ConfigureAwait(false);
        var expected = TextOf(undisturbed);
        for (var left = 1; left < events.Length; left += every)
        {
            var journal = await CutAsync(events[..left]).ConfigureAwait(false);
            await AssertAsync(journal, events[..left], expected).ConfigureAwait(false);
        }

        return expected;
    }

    /// <summary>Asserts the same of one run, of which a journal has these events.</summary>
    public async Task AssertAsync(IPlanJournal journal, PlanEvent[] recorded, string expected)
    {
        var after = $"left after event {recorded.Length}, {recorded[^1]}";
        _did.Clear();
        var run = await ResumeAsync(new(Options) { Journal = journal }).ConfigureAwait(false);
        _onStarted?.Invoke(run);
        var outcome = await run.Completion.WaitAsync(Patience).ConfigureAwait(false);

        Assert.True(expected == TextOf(outcome), $"{after}\nexpected {expected}\nactual   {TextOf(outcome)}");
        var ended = recorded.OfType<StepEvent>().GroupBy(static told => told.StepPath).Where(static told => told.Last() is StepSucceededEvent or StepFailedEvent or StepSkippedEvent)
            .Select(static told => told.Key).Where(path => !MayRunAgain(recorded, path)).ToHashSet(StringComparer.Ordinal);
        Assert.True(!_did.Any(ended.Contains), $"{after}\ncalled {string.Join(' ', _did)}\nalready done {string.Join(' ', ended)}");
        var told = await EventsAsync(journal).ConfigureAwait(false);
        Assert.Equal(Enumerable.Range(1, told.Length).Select(static number => (long)number), told.Select(static happened => happened.Sequence));
    }

    /// <summary>How a run has ended, with what, and each of its steps; without attempts, of which there may be more.</summary>
    public static string TextOf(PlanOutcome outcome)
    {
        var results = outcome.GetType().GetProperty("Results")?.GetValue(outcome);
        return $"{outcome.Status} {Tree(outcome.Steps)} {outcome.Error?.StepId}{(results is null ? "" : Attempts().Replace(JsonSerializer.Serialize(results, results.GetType(), WithFields), ""))}";
    }

    public static async Task<PlanEvent[]> EventsAsync(IPlanJournal journal)
    {
        var events = new List<PlanEvent>();
        await foreach (var happened in journal.ReadAsync(RunId).ConfigureAwait(false))
            events.Add(happened);
        return [.. events];
    }

    public static async Task<IPlanJournal> CutAsync(PlanEvent[] events, IPlanJournal? into = null)
    {
        var journal = into ?? new MemoryJournal();
        var run = await journal.CreateAsync(RunId).ConfigureAwait(false);
        foreach (var happened in events)
            run.Append(happened);
        await run.DisposeAsync().ConfigureAwait(false);
        return journal;
    }

    private static string Tree(IEnumerable<StepOutcome> steps) => string.Join(' ', steps.Select(static step =>
        $"{step.Id}={step.Status}{(step.IsFallback ? "!" : "")}{(step.Compensation is { } undone ? $"~{undone.Status}" : "")}{(step.Children.Count == 0 ? "" : $"({Tree(step.Children)})")}"));

    // As agents tell them.
    [GeneratedRegex("""
        "attempt":\d+
        """)]
    private static partial Regex Attempts();

    private object? Invoke(string method, object?[] arguments)
    {
        try
        {
            return _type.GetMethod(method)!.Invoke(Activator.CreateInstance(_type), arguments);
        }
        catch (TargetInvocationException thrown)
        {
            ExceptionDispatchInfo.Throw(thrown.InnerException!);
            throw;
        }
    }
}
