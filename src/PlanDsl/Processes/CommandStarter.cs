using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace PlanDsl;

/// <summary>Starts the process of a command, or says why that cannot be.</summary>
internal static class CommandStarter
{
    /// <summary>A process whose three standard streams are pipes to this one, and its <see cref="ProcessMark"/>.</summary>
    /// <exception cref="NotFoundException">The program, its interpreter or the working directory does not exist.</exception>
    /// <exception cref="BindingException">An argument or a variable is none that a process can receive.</exception>
    /// <exception cref="UnauthorizedAccessException">The program may not be executed.</exception>
    /// <exception cref="InvalidOperationException">It cannot be started for another reason.</exception>
    public static (Process Process, string Mark) Start(CommandStart command)
    {
        if (command.WorkingDirectory is { Length: 0 })
            throw new BindingException($"The working directory of command '{command.Program}' comes to an empty text. Correct 'cwd', or leave it out for the directory in which the plan runs.");
        var workingDirectory = Path.GetFullPath(Checked(command.WorkingDirectory ?? ".", "The working directory", command.Program));
        if (!Directory.Exists(workingDirectory))
            throw new NotFoundException($"The working directory '{workingDirectory}' of command '{command.Program}' does not exist. Create it, or correct {(command.IsOfStep ? "'cwd'" : "it")}.");

        var start = new ProcessStartInfo
        {
            WorkingDirectory = workingDirectory,
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        FillEnvironment(start.Environment, command);
        var mark = ProcessMark.AddTo(start.Environment);
        FillArguments(start, command);
        start.FileName = ProgramFinder.Find(command.Program, workingDirectory, start.Environment, command.IsOfStep);

        BrokenPipes.EndChildren();
        command.Processes?.Announce(mark);
        var process = new Process { StartInfo = start };
        try
        {
            process.Start();
            command.Processes?.Enter(process.Id, mark);
            return (process, mark);
        }
        catch (Win32Exception fault)
        {
            process.Dispose();
            command.Processes?.Leave(mark);
            throw StartFault.Of(fault, command.Program, workingDirectory);
        }
    }

    private static void FillEnvironment(IDictionary<string, string?> environment, CommandStart command)
    {
        foreach (var (name, value) in command.Environment)
        {
            if (name.Length == 0 || name.AsSpan().ContainsAny('=', '\0'))
                throw new BindingException($"Command '{command.Program}' is given an environment variable '{name}', whose name is empty or has a character that no name may have. Correct 'env'.");
            if (value is null)
                environment.Remove(name);
            else
                environment[name] = Checked(value, $"The environment variable '{name}'", command.Program);
        }

        for (var index = 0; index < command.Shell?.Values.Count; index++)
            environment[ShellText.Variable(index + 1)] = Checked(command.Shell.Values[index], "A value", command.Program);
    }

    private static void FillArguments(ProcessStartInfo start, CommandStart command)
    {
        switch (command.Shell)
        {
            // cmd reads its command line by rules of its own: what is between the first and the last quote is the text.
            case { } shell when OperatingSystem.IsWindows():
                start.Arguments = $"/d /v:off /s /c \"{Checked(shell.Text, "The text", command.Program)}\"";
                return;
            case { } shell:
                start.ArgumentList.Add("-c");
                start.ArgumentList.Add(Checked(shell.Text, "The text", command.Program));
                return;
        }

        for (var index = 0; index < command.Arguments.Count; index++)
            start.ArgumentList.Add(Checked(command.Arguments[index], string.Create(CultureInfo.InvariantCulture, $"Argument {index + 1}"), command.Program));
    }

    // What follows such a character would be lost on the way.
    private static string Checked(string value, string name, string program) => value.Contains('\0', StringComparison.Ordinal)
        ? throw new BindingException($"{name} of command '{program}' contains the character U+0000, which no process can be given. Remove it, or hand the value over in a file.")
        : value;
}
