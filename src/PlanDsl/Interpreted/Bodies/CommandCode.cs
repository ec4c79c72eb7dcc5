using System.Text.Json;
using PlanDsl.Model;

namespace PlanDsl;

/// <summary>Starts a process.</summary>
internal sealed class CommandCode(CommandBody command, string? workingDirectory) : BodyCode
{
    public override async ValueTask<JsonElement> RunAsync(CodePlace scope, RunValues run, StepContext? context, CancellationToken cancellationToken)
    {
        var start = StartOf(new(run, scope, context), run);
        using var kept = context?.Run.Folder?.Keep(start, context);
        var result = await new CommandRunner(run.Time).RunAsync(kept?.Start ?? start, cancellationToken).ConfigureAwait(false);
        return result.ToJson();
    }

    private CommandStart StartOf(StepScope values, RunValues run)
    {
        var environment = run.EnvironmentOf(command.Environment, values);
        values.Environment = environment;
        var arguments = new List<string>();
        foreach (var argument in command.Args)
            arguments.AddRange(values.ArgumentsOf(argument, "args"));
        var start = command.IsShell
            ? CommandStart.OfShell(values.PartsOf(command.Command, "command"), arguments)
            : CommandStart.Of(values.TextOf(command.Command, "command"), arguments);
        return start with
        {
            WorkingDirectory = DirectoryOf(values),
            Secrets = run.Secrets,
            Environment = environment!,
        };
    }

    private string? DirectoryOf(StepScope values)
    {
        if (command.WorkingDirectory is not { } declared)
            return workingDirectory;
        var directory = values.TextOf(declared, "cwd");

        // What is no directory is refused as such.
        return workingDirectory is null || directory.Length == 0 ? directory : Path.Combine(workingDirectory, directory);
    }
}
