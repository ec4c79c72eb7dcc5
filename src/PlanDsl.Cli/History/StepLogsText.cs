using System.Text;
using System.Text.Json;
using PlanDsl.Model;

namespace PlanDsl.Cli;

/// <summary>Writes what the command of a step has written.</summary>
internal static class StepLogsText
{
    /// <summary>Writes it as it stands, each to where it was written.</summary>
    /// <param name="console">Where it goes.</param>
    /// <param name="files">The files.</param>
    /// <param name="areNamed">Whether it is said of each what it is.</param>
    public static void Write(ToolConsole console, IReadOnlyList<OutputFile> files, bool areNamed)
    {
        var buffer = new char[4096];
        foreach (var file in files)
        {
            var output = file.IsError ? console.Error : console.Output;
            if (areNamed)
                output.WriteLine($"== {file.StepPath}, {NameOf(file)}");
            using var reader = Open(file);
            while (reader.Read(buffer) is > 0 and var count)
                output.Write(buffer, 0, count);
        }
    }

    /// <summary>Writes it as JSON.</summary>
    public static void Write(Utf8JsonWriter json, IReadOnlyList<OutputFile> files)
    {
        json.WriteStartArray();
        foreach (var file in files)
        {
            json.WriteStartObject();
            json.WriteString("step_id", file.StepPath);
            json.WriteNumber("attempt", file.Attempt);
            if (file.Role is not OutputRole.Body)
                json.WriteString("role", SnakeCase.From(file.Role.ToString()));
            json.WriteString("stream", file.IsError ? "stderr" : "stdout");
            json.WriteString("path", file.Path);
            using (var reader = Open(file))
                json.WriteString("text", reader.ReadToEnd());
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string NameOf(OutputFile file) =>
        FormattableString.Invariant($"attempt {file.Attempt}{file.Role switch { OutputRole.Fallback => ", its fallback", OutputRole.Compensate => ", its compensation", _ => "" }}, {(file.IsError ? "standard error" : "standard output")}");

    private static StreamReader Open(OutputFile file)
    {
        try
        {
            // The command may write to it at this moment.
            return new(new FileStream(file.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete), Encoding.UTF8);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"'{file.Path}' cannot be read: {fault.Message}");
        }
    }
}
