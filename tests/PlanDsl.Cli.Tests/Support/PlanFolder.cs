namespace PlanDsl.Cli.Tests;

/// <summary>A directory of its own, gone when the test is.</summary>
internal sealed class PlanFolder : IDisposable
{
    /// <summary>Where it is.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("plandsl-").FullName;

    /// <summary>Writes a plan into it.</summary>
    /// <returns>The path of the file.</returns>
    public string Write(string name, string text)
    {
        var path = System.IO.Path.Combine(Path, name);
        File.WriteAllText(path, text);
        return path;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
