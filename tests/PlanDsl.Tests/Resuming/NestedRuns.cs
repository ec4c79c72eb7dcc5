using PlanDsl.Testing.Internal;

namespace PlanDsl.Tests;

/// <summary>Runs of one nested plan: undisturbed, and gone on with after each of the events that are recorded of that. Whoever goes on finds what was called by then, and
/// whether that had returned: where one thing is called at a time, the event after the call tells.</summary>
/// <param name="plan">The plan.</param>
/// <param name="directory">Where the plans lie that it runs.</param>
internal sealed class NestedRuns(NestedPlan plan, TempDirectory directory)
{
    private const string RunId = "nested";

    // Of those that were left twice, one in so many.
    private const int Sparse = 11;

    // All bounds of the plans.
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(3);

    /// <summary>How it goes on after each event; what is wrong with that, or <see langword="null"/>.</summary>
    public async Task<string?> DisagreementAsync()
    {
        foreach (var (id, text) in NestedPlan.Inner)
            directory.Write($"{id}.plan.json", text);
        var whole = await ExecuteAsync([], []).ConfigureAwait(false);
        for (var left = 1; left < whole.Events.Length; left++)
        {
            if (await GoOnAsync(whole, whole, left).ConfigureAwait(false) is not ({ } again, var fault))
                continue;
            if (fault is not null)
                return fault;
            for (var next = left + 1; next < again.Events.Length; next++)
            {
                if ((left + next) % Sparse == 0 && await GoOnAsync(whole, again, next).ConfigureAwait(false) is (_, { } second))
                    return second;
            }
        }

        return null;
    }

    private async Task<(History Again, string? Fault)> GoOnAsync(History whole, History left, int events)
    {
        var again = await ExecuteAsync(left.Events[..events], left.Calls.Where(call => plan.IsConcurrent ? call.HasEndedIn(left.Events[..events]) : call.Events < events)).ConfigureAwait(false);
        return (again, Fault(whole, again) is { } fault ? $"left after event {events}: {fault}\nit told {Text(again.Events)}\nand undisturbed {Text(whole.Events)}" : null);
    }

    private string? Fault(History whole, History again) =>
        again.Outcome != whole.Outcome ? $"it comes to\n{again.Outcome}\nand undisturbed to\n{whole.Outcome}"
        : !Names(again).SequenceEqual(Names(whole)) ? $"it calls\n{Text(again.Calls)}\nand undisturbed\n{Text(whole.Calls)}"
        : again.Events.OfType<StepStartedEvent>().CountBy(static started => started.ExecId).FirstOrDefault(static names => names.Value > 1) is { Key: { } name } ? $"{name} names two attempts"
        : EndedTwice(again.Events) is { } path ? $"{path} has ended twice"
        : again.Events.Index().All(static happened => happened.Item.Sequence == happened.Index + 1) ? null
        : "its events are not numbered in turn";

    // What something consists of begins anew with each attempt, and with the fallback.
    private static string? EndedTwice(PlanEvent[] events)
    {
        var ended = new HashSet<string>(StringComparer.Ordinal);
        foreach (var happened in events.OfType<StepEvent>())
        {
            if (happened is StepRetryEvent or StepFallbackEvent)
                ended.RemoveWhere(path => path.StartsWith($"{happened.StepPath}/", StringComparison.Ordinal) || path.StartsWith($"{happened.StepPath}#", StringComparison.Ordinal));
            else if (happened is StepSucceededEvent or StepFailedEvent or StepSkippedEvent or StepCancelledEvent && !ended.Add(happened.StepPath))
                return happened.StepPath;
        }

        return null;
    }

    // Of what happens at once either may be first.
    private IEnumerable<string> Names(History history) => plan.IsConcurrent ? history.Calls.Select(static call => call.Name).Order(StringComparer.Ordinal) : history.Calls.Select(static call => call.Name);

    private async Task<History> ExecuteAsync(PlanEvent[] recorded, IEnumerable<NestedCall> done)
    {
        var journal = new MemoryJournal();
        var calls = done.ToList(); // Its calls are added by whoever is called.
        var clock = new ManualTimeProvider(recorded.Length == 0 ? null : recorded[^1].Time);
        var options = new PlanOptions { Journal = journal, RunId = RunId, TimeProvider = clock };
        using var hanging = new SemaphoreSlim(0);
        var plans = new FilePlan();
        new NestedCalls(journal, RunId, calls, hanging).AddTo(plans.Handlers);
        InterpretedRun run;
        if (recorded.Length == 0)
        {
            run = plans.Parse(plan.Text, directory["root.plan.json"]).Start(options: options);
        }
        else
        {
            await RecordAsync(journal, recorded).ConfigureAwait(false);
            run = await plans.Parse(plan.Text, directory["root.plan.json"]).ResumeAsync(RunId, options).ConfigureAwait(false);
        }

        while (await Task.WhenAny(run.Completion, hanging.WaitAsync()).Soon().ConfigureAwait(false) != run.Completion)
            clock.Advance(Bound);
        var outcome = await run.Completion.ConfigureAwait(false);
        return new(await NestedCalls.EventsAsync(journal, RunId).ConfigureAwait(false), [.. calls], Text(outcome));
    }

    private static async Task RecordAsync(MemoryJournal journal, PlanEvent[] recorded)
    {
        var run = await journal.CreateAsync(RunId).ConfigureAwait(false);
        foreach (var happened in recorded)
            run.Append(happened);
        await run.DisposeAsync().ConfigureAwait(false);
    }

    private static string Text(PlanOutcome<PlanResults> outcome) =>
        $"{outcome.Status} {outcome.Error?.Kind} {outcome.Error?.StepId} {outcome.Error?.Message}\n{Text(outcome.Steps)}\n{(outcome.Results is { } results ? FilePlan.Json(results) : "")}";

    private static string Text(IEnumerable<StepOutcome> steps) => string.Join(' ', steps.Select(Text));

    private static string Text(StepOutcome step) =>
        $"{step.Id}={step.Status}{(step.Error is { } error ? $"'{error.Kind}: {error.Message}'" : "")}{(step.ReplacedError is { } replaced ? $"!'{replaced.Message}'" : "")}{(step.Compensation is { } undone ? $"~{undone.Status}" : "")}{(step.Children.Count == 0 ? "" : $"({Text(step.Children)})")}";

    private static string Text(IEnumerable<NestedCall> calls) => string.Join(", ", calls.Select(static call => call.Name));

    private static string Text(IEnumerable<PlanEvent> events) => string.Join(", ", events.Select(static happened =>
        $"{happened.Sequence} {(happened is StepEvent step ? $"{PlanEventJson.TypeOf(happened)} {step.StepPath}:{step.Attempt}" : PlanEventJson.TypeOf(happened))}"));

    private sealed record History(PlanEvent[] Events, NestedCall[] Calls, string Outcome);
}
