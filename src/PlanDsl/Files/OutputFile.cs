using System.Globalization;

namespace PlanDsl;

/// <summary>A file with what a command has written to one of its pipes.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="StepPath">The path of the step.</param>
/// <param name="Attempt">The number of the attempt.</param>
/// <param name="Role">What the command is to the step.</param>
/// <param name="IsError">Whether it is the standard error.</param>
internal sealed record OutputFile(string Path, string StepPath, int Attempt, OutputRole Role, bool IsError)
{
    private const string Output = "stdout";
    private const string Error = "stderr";

    /// <summary>Whether it is of a step, by its path: of a long one the name of the file has only the beginning.</summary>
    public bool IsOf(string stepPath) => System.IO.Path.GetFileName(Path).Split('.')[0] == RunFileName.Of(stepPath);

    /// <summary>The name of the file.</summary>
    public static string NameOf(string stepPath, int attempt, OutputRole role, bool isError) => string.Create(
        CultureInfo.InvariantCulture,
        $"{RunFileName.Of(stepPath)}.{attempt}.{role switch { OutputRole.Fallback => "fallback.", OutputRole.Compensate => "compensate.", _ => "" }}{(isError ? Error : Output)}");

    /// <summary>What the name of a file says; <see langword="null"/> for one that is something else.</summary>
    public static OutputFile? TryParse(string path)
    {
        var parts = System.IO.Path.GetFileName(path).Split('.');
        if (parts is not ([_, _, Output or Error] or [_, _, "fallback" or "compensate", Output or Error])
            || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var attempt))
            return null;
        var role = parts is [_, _, _] ? OutputRole.Body : parts[2] is "fallback" ? OutputRole.Fallback : OutputRole.Compensate;
        return new(path, RunFileName.RunIdOf(parts[0]), attempt, role, parts[^1] is Error);
    }
}
