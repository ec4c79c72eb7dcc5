using System.Text.Json;
using PlanDsl.Testing.Internal;

namespace PlanDsl.Tests;

/// <summary>Runs of one nested plan that calls one thing at a time: undisturbed, and gone on with after each of the events that are recorded of that. Whoever goes on
/// finds what was called by then, and whether that had returned, as the event after the call tells.</summary>
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
        var again = await ExecuteAsync(left.Events[..events], left.Calls.Where(call => call.Events < events)).ConfigureAwait(false);
        return (again, Fault(whole, again) is { } fault ? $"left after event {events}: {fault}\nit told {Text(again.Events)}\nand undisturbed {Text(whole.Events)}" : null);
    }

    private static string? Fault(History whole, History again) =>
        again.Outcome != whole.Outcome ? $"it comes to\n{again.Outcome}\nand undisturbed to\n{whole.Outcome}"
        : !again.Calls.Select(static call => call.Name).SequenceEqual(whole.Calls.Select(static call => call.Name)) ? $"it calls\n{Text(again.Calls)}\nand undisturbed\n{Text(whole.Calls)}"
        : again.Events.OfType<StepStartedEvent>().CountBy(static started => started.ExecId).FirstOrDefault(static names => names.Value > 1) is { Key: { } name } ? $"{name} names two attempts"
        : again.Events.Index().All(static happened => happened.Item.Sequence == happened.Index + 1) ? null
        : "its events are not numbered in turn";

    private async Task<History> ExecuteAsync(PlanEvent[] recorded, IEnumerable<Call> done)
    {
        var journal = new MemoryJournal();
        var calls = done.ToList();
        var clock = new ManualTimeProvider(recorded.Length == 0 ? null : recorded[^1].Time);
        var options = new PlanOptions { Journal = journal, RunId = RunId, TimeProvider = clock };
        using var hanging = new SemaphoreSlim(0);
        var plans = Plans(journal, calls, hanging);
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
        return new(await EventsAsync(journal).ConfigureAwait(false), [.. calls], Text(outcome));
    }

    private static FilePlan Plans(MemoryJournal journal, List<Call> calls, SemaphoreSlim hanging)
    {
        var plans = new FilePlan();

        // Returns the value that is next for where it is called, or fails.
        plans.Handlers.Add("do", async (with, _) =>
        {
            var values = with.GetProperty("values");
            var value = values[Math.Min(await NoteAsync(with.GetProperty("at").GetString()!).ConfigureAwait(false), values.GetArrayLength()) - 1];
            return value.ValueKind is JsonValueKind.String && value.GetString() == "fail" ? throw new InvalidOperationException("broken") : value;
        });

        // Returns what it is given, but not the first time that it is called there.
        plans.Handlers.Add("hang", async (with, cancellationToken) =>
        {
            if (await NoteAsync(with.GetProperty("at").GetString()!).ConfigureAwait(false) > 1)
                return with.GetProperty("value");
            hanging.Release();
            await new TaskCompletionSource().Task.WaitAsync(cancellationToken).ConfigureAwait(false);
            return default;
        });

        // Has a loop take as many iterations as it is to take this time.
        plans.Handlers.Add("turn", async (with, _) =>
        {
            var (loop, iteration, lengths) = (with.GetProperty("at").GetString()!, with.GetProperty("iteration").GetInt32(), with.GetProperty("lengths"));
            await NoteAsync($"{loop}#{iteration}").ConfigureAwait(false);
            var length = lengths[Count($"{loop}#1") - 1].GetInt32();
            return JsonElement.Parse(iteration >= length ? """{"done":true}""" : """{"done":false}""");
        });
        return plans;

        async Task<int> NoteAsync(string name)
        {
            calls.Add(new(name, (await EventsAsync(journal).ConfigureAwait(false)).Length));
            return Count(name);
        }

        int Count(string name) => calls.Count(call => call.Name == name);
    }

    private static async Task RecordAsync(MemoryJournal journal, PlanEvent[] recorded)
    {
        var run = await journal.CreateAsync(RunId).ConfigureAwait(false);
        foreach (var happened in recorded)
            run.Append(happened);
        await run.DisposeAsync().ConfigureAwait(false);
    }

    private static async Task<PlanEvent[]> EventsAsync(MemoryJournal journal)
    {
        var events = new List<PlanEvent>();
        await foreach (var happened in journal.ReadAsync(RunId).ConfigureAwait(false))
            events.Add(happened);
        return [.. events];
    }

    private static string Text(PlanOutcome<PlanResults> outcome) =>
        $"{outcome.Status} {outcome.Error?.Kind} {outcome.Error?.StepId} {outcome.Error?.Message}\n{Text(outcome.Steps)}\n{(outcome.Results is { } results ? FilePlan.Json(results) : "")}";

    private static string Text(IEnumerable<StepOutcome> steps) => string.Join(' ', steps.Select(Text));

    private static string Text(StepOutcome step) =>
        $"{step.Id}={step.Status}{(step.Error is { } error ? $"'{error.Kind}: {error.Message}'" : "")}{(step.ReplacedError is { } replaced ? $"!'{replaced.Message}'" : "")}{(step.Compensation is { } undone ? $"~{undone.Status}" : "")}{(step.Children.Count == 0 ? "" : $"({Text(step.Children)})")}";

    private static string Text(IEnumerable<Call> calls) => string.Join(", ", calls.Select(static call => call.Name));

    private static string Text(IEnumerable<PlanEvent> events) => string.Join(", ", events.Select(static happened =>
        $"{happened.Sequence} {(happened is StepEvent step ? $"{PlanEventJson.TypeOf(happened)} {step.StepPath}:{step.Attempt}" : PlanEventJson.TypeOf(happened))}"));

    /// <param name="Name">What was called.</param>
    /// <param name="Events">How many events were recorded by then; the next says how it ended.</param>
    private readonly record struct Call(string Name, int Events);

    private sealed record History(PlanEvent[] Events, Call[] Calls, string Outcome);
}
