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
            static (request, history) => Told(((RunSignalRequest)request).Name, history));
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

    private static string Told(string name, RunHistory history)
    {
        var run = history.Summary;
        var waiting = history.Waiting.FirstOrDefault(step => step.Wait!.Signal == name);
        var whom = waiting is not null ? $"step '{waiting.Path}' waits for it"
            : new Nearest(history.Waiting.Select(static step => step.Wait!.Signal!)).To(name) is { } meant ? $"no step waits for it, but one does for '{meant}'"
            : "no step waits for it yet, and it is kept for the first that does";
        return run.Owner is { } owner
            ? $"signal '{name}' is given to run {run.RunId} in {owner}; {whom}"
            : $"signal '{name}' is kept for run {run.RunId}, which nobody executes; {whom}. Go on with {ToolCall.About(history.Place, "resume", run.RunId)}";
    }
}
