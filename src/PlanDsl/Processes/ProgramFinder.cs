namespace PlanDsl;

/// <summary>Finds the program that a command names as the shell does: a name with a directory in it is relative to the command's
/// working directory, any other is looked for along the command's own <c>PATH</c>, never in the current directory.</summary>
internal static class ProgramFinder
{
    private const UnixFileMode Executable = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
    private const string UnixPath = "/usr/local/bin:/usr/bin:/bin";

    /// <summary>The program's absolute path.</summary>
    /// <param name="name">What the command names.</param>
    /// <param name="workingDirectory">The command's working directory, an absolute path.</param>
    /// <param name="environment">The command's environment.</param>
    /// <param name="isOfStep">Whether it is the command of a step, which has settings beside it that may be at fault.</param>
    /// <exception cref="NotFoundException">There is no such file.</exception>
    /// <exception cref="UnauthorizedAccessException">The file is none that can be run.</exception>
    public static string Find(string name, string workingDirectory, IDictionary<string, string?> environment, bool isOfStep)
    {
        if (name.Length == 0)
            throw new NotFoundException($"A command has an empty name (working directory '{workingDirectory}'). Name the program to run.");

        var hasDirectory = Path.GetFileName(name.AsSpan()).Length != name.Length;
        var directories = hasDirectory ? [""] : SearchPath(environment);
        var extensions = OperatingSystem.IsWindows() ? WindowsExtensions(name, environment) : [""];
        string? unusable = null;
        foreach (var directory in directories)
        {
            foreach (var extension in extensions)
            {
                var path = Path.GetFullPath(Path.Combine(directory, name + extension), workingDirectory);
                if (!File.Exists(path))
                    continue;
                if (CanBeRun(path))
                    return path;
                unusable ??= path;
            }
        }

        throw unusable is null ? Missing(name, workingDirectory, hasDirectory, isOfStep) : NotExecutable(unusable, name, workingDirectory, isOfStep);
    }

    private static string[] SearchPath(IDictionary<string, string?> environment)
    {
        var path = environment.TryGetValue("PATH", out var value) && value is not null ? value : OperatingSystem.IsWindows() ? "" : UnixPath;
        return path.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
    }

    private static string[] WindowsExtensions(string name, IDictionary<string, string?> environment)
    {
        var listed = environment.TryGetValue("PATHEXT", out var value) && value is not null ? value : ".COM;.EXE;.BAT;.CMD";
        var extensions = listed.Split(';', StringSplitOptions.RemoveEmptyEntries);
        return Path.HasExtension(name) ? ["", .. extensions] : extensions;
    }

    // A batch file is read by cmd, whatever starts it; its arguments would pass through that shell.
    private static bool CanBeRun(string path) => OperatingSystem.IsWindows()
        ? Path.GetExtension(path).ToUpperInvariant() is not (".BAT" or ".CMD")
        : (File.GetUnixFileMode(path) & Executable) is not UnixFileMode.None;

    private static NotFoundException Missing(string name, string workingDirectory, bool hasDirectory, bool isOfStep) => new(hasDirectory
        ? $"Command '{name}' does not exist (working directory '{workingDirectory}'). Correct the path, which is relative to that directory{(isOfStep ? ", or 'cwd'" : "")}."
        : $"Command '{name}' was not found on the PATH (working directory '{workingDirectory}'). Install it, correct the PATH{(isOfStep ? " in 'env'" : "")}, or write './{name}' for a file of that directory.");

    private static UnauthorizedAccessException NotExecutable(string path, string name, string workingDirectory, bool isOfStep) => new(OperatingSystem.IsWindows()
        ? $"Command '{name}' is the batch file '{path}', which only a shell can run (working directory '{workingDirectory}'). {(isOfStep ? "Set 'shell': true, or name a program" : "Name a program")}."
        : $"Command '{name}' is the file '{path}', which is not executable (working directory '{workingDirectory}'). Make it so (chmod +x), or run it with its interpreter, such as 'sh'.");
}
