namespace PlanDsl.Model.Tests;

/// <summary>The plan files that the tests share.</summary>
internal static class Corpus
{
    private const string Ending = ".plan.json";

    public static string PathOf(params string[] parts) =>
        Repository.PathOf(["tests", "PlanDsl.Model.Tests", "PlanFiles", "Corpus", .. parts]);

    public static string[] NamesIn(string folder) =>
        [.. Directory.GetFiles(PathOf(folder)).Select(static path => Path.GetFileName(path)).Order(StringComparer.Ordinal)
            .Select(static name => name.EndsWith(Ending, StringComparison.Ordinal) ? name[..^Ending.Length] : name)];

    public static string Read(string folder, string name) =>
        File.ReadAllText(PathOf(folder, name.EndsWith(".json", StringComparison.Ordinal) ? name : name + Ending)).ReplaceLineEndings("\n");

    /// <summary>What is said of a file, as the tool prints it without the path.</summary>
    public static string[] JudgeFile(string folder, string name) => Judge(Read(folder, name), name + Ending);

    public static string[] Judge(string text, string fileName = "test.plan.json")
    {
        var file = PlanFileReader.Read(text, fileName);
        return [.. file.Check().Select(finding => Line(file, finding))];
    }

    private static string Line(PlanFile file, Finding finding)
    {
        var (line, column) = file.Map.Lines.At(file.Map.Find(finding.Anchor).Start);
        return $"({line},{column}) {finding.Severity.ToString().ToLowerInvariant()} {finding.Id}: {finding.Message}";
    }
}
