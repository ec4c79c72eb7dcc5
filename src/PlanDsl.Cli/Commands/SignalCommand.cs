using System.CommandLine;
using System.Text.Json;
using PlanDsl.Model;

namespace PlanDsl.Cli;

/// <summary><c>plandsl signal</c>: gives a run a signal.</summary>
internal static class SignalCommand
{
    public static Command Create(ToolConsole console)
    {
        var name = new Argument<string>("NAME") { Description = "The name of the signal." };
        var value = new Argument<string?>("JSON") { Description = "What it brings, as JSON; a text stands in quotes of its own. Nothing by default.", Arity = ArgumentArity.ZeroOrOne };
        return RequestCommand.Create(
            new("signal", "Gives a run a signal, for which a step of it waits or will wait; whether or not a process executes it."),
            [name, value],
            console,
            asked => new RunSignalRequest(asked.GetValue(name)!, asked.GetValue(value) is { } json ? ValueOf(json) : null),
            (request, history) => Require(((RunSignalRequest)request).Name, history, console.Time),
            static (request, history) => Told((RunSignalRequest)request, history));
    }

    private static JsonElement ValueOf(string json)
    {
        try
        {
            return JsonElement.Parse(json);
        }
        catch (JsonException)
        {
            throw new UsageException($"'{json}' is no JSON value; a text stands in quotes of its own, as in '\"{json.Replace("\"", "", StringComparison.Ordinal)}\"'.");
        }
    }

    /// <summary>Sees that a run has a use for a signal.</summary>
    /// <exception cref="UsageException">It has none, or none any more.</exception>
    private static void Require(string name, RunHistory history, TimeProvider clock)
    {
        var run = history.Summary.RunId;
        if (history.SignalNames is { } known && !known.Contains(name, StringComparer.Ordinal))
        {
            throw new UsageException(
                known.Count == 0 ? $"No step of run '{run}' ever waits for a signal."
                : $"No step of run '{run}' ever waits for a signal '{name}'; {(new Nearest(known).To(name) is { } meant ? $"did you mean '{meant}'?" : $"the signals that it takes are {string.Join(", ", known.Select(static signal => $"'{signal}'"))}.")}");
        }

        var waiting = history.Waiting.Where(step => step.Wait!.Signal == name).ToList();
        if (waiting.Count == 0 || !waiting.TrueForAll(step => history.HasMissed(step, clock.GetUtcNow())))
            return;
        var missed = waiting[0];
        var ended = history.Summary.Owner is { } owner ? $"{owner} ends the step by its timeout" : $"{ToolCall.About(history.Place, "resume", run)} ends the step by its timeout";
        throw new UsageException(
            $"Step '{missed.Path}' of run '{run}' has waited for signal '{name}' until {RunTimes.Of(missed.Wait!.Deadline!.Value, clock)}, which has passed, so the signal would not be taken. "
            + $"{ended}; {ToolCall.About(history.Place, "rerun", run, "--from", missed.Path.Split('/', '[', '#')[0])} waits for it anew, in a new run.");
    }

    private static string Told(RunSignalRequest request, RunHistory history)
    {
        var (run, name) = (history.Summary, request.Name);
        var waiting = history.Waiting.FirstOrDefault(step => step.Wait!.Signal == name);

        // Whoever executes the run may have taken it by now, and the step be over.
        var whom = history.HasHad(request.Id, out var taker) && taker is not null ? $"step '{taker}' has taken it"
            : waiting is not null ? $"step '{waiting.Path}' waits for it"
            : new Nearest(history.Waiting.Select(static step => step.Wait!.Signal!)).To(name) is { } meant ? $"no step waits for it, but one does for '{meant}'"
            : "no step waits for it yet, and it is kept for the first that does";
        return run.Owner is { } owner
            ? $"signal '{name}' is given to run {run.RunId} in {owner}; {whom}"
            : $"signal '{name}' is kept for run {run.RunId}, which nobody executes; {whom}. Go on with {ToolCall.About(history.Place, "resume", run.RunId)}";
    }
}
