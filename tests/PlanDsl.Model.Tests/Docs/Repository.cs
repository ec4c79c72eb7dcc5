namespace PlanDsl.Model.Tests;

/// <summary>Where the files of this repository are while its tests run.</summary>
internal static class Repository
{
    private static readonly Lazy<string> Root = new(() =>
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "PlanDsl.sln")))
            directory = directory.Parent;
        return directory?.FullName ?? throw new InvalidOperationException($"No PlanDsl.sln above {AppContext.BaseDirectory}.");
    });

    public static string PathOf(params string[] parts) => Path.Combine([Root.Value, .. parts]);

    /// <summary>The text of a file, its line ends as they are in the repository.</summary>
    public static string Read(params string[] parts) => File.ReadAllText(PathOf(parts)).ReplaceLineEndings("\n");
}
