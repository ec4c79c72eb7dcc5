using System.Text.Json;

namespace PlanDsl.Tests;

/// <summary>What the steps of nested plans call. It is named by <c>at</c>, or else by the path of its step.</summary>
/// <param name="journal">Where the run is recorded.</param>
/// <param name="runId">The run.</param>
/// <param name="calls">What was called by now, in whatever process; what is called is added.</param>
/// <param name="hanging">Released by what returns only when it is told to stop because its time is up.</param>
internal sealed class NestedCalls(MemoryJournal journal, string runId, List<NestedCall> calls, SemaphoreSlim hanging)
{
    // At the last of them what waits for that is told.
    private const int Turns = 3;

    public void AddTo(StepHandlers handlers)
    {
        handlers.AddWithContext("do", DoAsync);
        handlers.AddWithContext("undo", UndoAsync);
        handlers.AddWithContext("hang", HangAsync);
        handlers.AddWithContext("turn", TurnAsync);
        handlers.AddWithContext("ring", RingAsync);
    }

    public static async Task<PlanEvent[]> EventsAsync(MemoryJournal journal, string runId)
    {
        var events = new List<PlanEvent>();
        await foreach (var happened in journal.ReadAsync(runId).ConfigureAwait(false))
            events.Add(happened);
        return [.. events];
    }

    // Returns the value that is next for where it is called, or fails.
    private async ValueTask<JsonElement> DoAsync(JsonElement with, StepContext context)
    {
        var values = with.GetProperty("values");
        var value = values[Math.Min(await NoteAsync(NameOf(with, context), context).ConfigureAwait(false), values.GetArrayLength()) - 1];
        return value.ValueKind is JsonValueKind.String && value.GetString() == "fail" ? throw new InvalidOperationException("broken") : value;
    }

    private async ValueTask<JsonElement> UndoAsync(JsonElement with, StepContext context)
    {
        await NoteAsync($"{context.StepPath} undone", context, isUndoing: true).ConfigureAwait(false);
        return with;
    }

    // Returns what it is given, but not the first time that it is called there.
    private async ValueTask<JsonElement> HangAsync(JsonElement with, StepContext context)
    {
        if (await NoteAsync(NameOf(with, context), context).ConfigureAwait(false) > 1)
            return with.GetProperty("value");
        hanging.Release();
        return await StopAsync(context).ConfigureAwait(false);
    }

    // Has a loop take as many iterations as it is to take this time.
    private async ValueTask<JsonElement> TurnAsync(JsonElement with, StepContext context)
    {
        var (loop, iteration, lengths) = (with.GetProperty("at").GetString()!, with.GetProperty("iteration").GetInt32(), with.GetProperty("lengths"));
        await NoteAsync($"{loop}#{iteration}", context).ConfigureAwait(false);
        var length = lengths[Count($"{loop}#1") - 1].GetInt32();
        return JsonElement.Parse(iteration >= length ? """{"done":true}""" : """{"done":false}""");
    }

    // Has another win at its last turn; that it is then told to stop may come before it is called.
    private async ValueTask<JsonElement> RingAsync(JsonElement with, StepContext context)
    {
        if (with.GetProperty("turn").GetInt32() is var turn && turn < Turns)
        {
            await NoteAsync(context.StepPath, context).ConfigureAwait(false);
            return JsonElement.Parse($"{turn}");
        }

        // Or has its time be up, where nobody waits for that.
        if (with.TryGetProperty("hangs", out _))
            hanging.Release();
        else
            await journal.RequestAsync(runId, new RunSignalRequest("go", JsonElement.Parse("1")) { Id = "go" }).ConfigureAwait(false);
        return await StopAsync(context).ConfigureAwait(false);
    }

    private static async Task<JsonElement> StopAsync(StepContext context)
    {
        await new TaskCompletionSource().Task.WaitAsync(context.CancellationToken).ConfigureAwait(false);
        return default;
    }

    private static string NameOf(JsonElement with, StepContext context) => with.TryGetProperty("at", out var name) ? name.GetString()! : context.StepPath;

    private async Task<int> NoteAsync(string name, StepContext context, bool isUndoing = false)
    {
        var events = (await EventsAsync(journal, runId).ConfigureAwait(false)).Length;
        lock (calls)
        {
            calls.Add(new(name, context.StepPath, isUndoing, events));
            return Count(name);
        }
    }

    private int Count(string name)
    {
        lock (calls)
            return calls.Count(call => call.Name == name);
    }
}
