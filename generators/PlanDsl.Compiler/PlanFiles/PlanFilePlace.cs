namespace PlanDsl.Compiler;

/// <summary>Where a plan file belongs: what is known of it without reading it.</summary>
/// <param name="Path">The file's path.</param>
/// <param name="ProjectDirectory">The directory of the project; the empty string where that is not known.</param>
/// <param name="RootNamespace">The namespace in which a class is declared for a file that has none; the empty string for the global one.</param>
public sealed record PlanFilePlace(string Path, string ProjectDirectory, string RootNamespace)
{
    /// <summary>How the names of plan files end.</summary>
    public const string Ending = ".plan.json";

    /// <summary>The file's path in the project, with slashes; the whole path where it is elsewhere. The same on every machine.</summary>
    public string RelativePath => PathText.Relative(ProjectDirectory, Path);

    /// <summary>The file's name, without its directory.</summary>
    public string Name => PathText.NameOf(Path);

    /// <summary>Whether the file at <paramref name="path"/> is a plan file, as its name says.</summary>
    public static bool IsPlanFile(string path) => path.EndsWith(Ending, StringComparison.OrdinalIgnoreCase);
}
