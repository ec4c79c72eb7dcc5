using System.CommandLine;

namespace PlanDsl.Cli;

/// <summary><c>plandsl events</c>: tells the events of a run.</summary>
internal static class EventsCommand
{
    public static Command Create(ToolConsole console)
    {
        var run = RunArgument.Create();
        var journal = JournalOption.ToRead();
        var follow = new Option<bool>("--follow") { Description = "Tells what happens further, until the run has ended." };
        var format = FormatOption.Of("How the events are written.", "text", "json", "jsonl");
        var command = new Command("events", "Tells the events of a run, as they are recorded.") { run, journal, follow, format };
        command.SetAction((asked, cancellationToken) =>
            TellAsync(JournalPlace.ToRead(asked.GetValue(journal)), asked.GetValue(run)!, asked.GetValue(follow), asked.GetValue(format)!, console, cancellationToken));
        return command;
    }

    private static async Task<int> TellAsync(JournalPlace place, string asked, bool follows, string format, ToolConsole console, CancellationToken cancellationToken)
    {
        await using var journal = new EarlyJournal(place, console.Time);
        var run = await RunLookup.FindAsync(journal, asked, cancellationToken);
        if (follows && run is { Status: RunStatus.Running, Owner: null })
            console.Refuse($"Nobody executes run '{run.RunId}'; what happens is told when somebody goes on with it: {ToolCall.About(place, "resume", run.RunId)}.");
        var events = follows ? Follow(journal, place, run, console).ReadAsync(cancellationToken) : journal.ReadAsync(run.RunId, 0, cancellationToken);
        using var writer = EventListWriter.Of(format, console.Output);
        try
        {
            PlanEvent? last = null;
            await foreach (var happened in events)
                writer.Write(ShownEvent.Of(last = happened));
            if (format is "text" && last is not RunCompletedEvent)
                console.Output.WriteLine(run.Owner is { } owner ? $"the run has not ended: {owner} executes it" : $"the run has not ended, and nobody executes it; go on with {ToolCall.About(place, "resume", run.RunId)}");
            return ExitCodes.Success;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return ExitCodes.Interrupted;
        }
    }

    private static RunTail Follow(EarlyJournal journal, JournalPlace place, RunSummary run, ToolConsole console) => new(journal, place, run, console.Time)
    {
        OnLeft = left => console.Refuse($"Nobody executes run '{run.RunId}' any more, as {left} did; what happens is told when somebody goes on with it: {ToolCall.About(place, "resume", run.RunId)}."),
    };
}
