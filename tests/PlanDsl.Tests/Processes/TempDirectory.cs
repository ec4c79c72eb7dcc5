namespace PlanDsl.Tests;

/// <summary>A directory that a test has for itself.</summary>
internal sealed class TempDirectory : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("plandsl-").FullName;

    public string this[string name] => Path.Combine(Root, name);

    /// <summary>Writes a file that is not executable.</summary>
    public string Write(string name, string text)
    {
        var path = this[name];
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Makes another name for a program. A program that is written here could not be started while a process that
    /// another test has just started still holds its file.</summary>
    public string Link(string name, string program)
    {
        var path = this[name];
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.CreateSymbolicLink(path, program);
        return path;
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
