using PlanDsl.Model;

namespace PlanDsl.Cli;

/// <summary>A plan file that has been judged, with the files of the plans that it runs; or that could not be. Immutable.</summary>
internal sealed class CheckedFile
{
    private readonly string? _text;

    private CheckedFile(string path, string text)
    {
        Path = path;
        _text = text;
        var all = InterpretedPlan.Validate(text, path).Where(static placed => placed.Finding.Severity is not FindingSeverity.Hidden).ToLookup(static placed => placed.File, StringComparer.Ordinal);
        Findings = [.. all[path]];
        Others = [.. all.Where(file => file.Key != path).Select(static file => new CheckedFile(file))];
        IsValid = IsSound && Others.All(static other => other.IsSound);
    }

    private CheckedFile(IGrouping<string, PlanFileFinding> findings)
    {
        Path = findings.Key;
        Findings = [.. findings];
        Others = [];
        IsNamed = false;
        IsValid = IsSound;
    }

    private CheckedFile(string path, UsageException problem)
    {
        Path = path;
        Error = problem.Message;
        Findings = [];
        Others = [];
    }

    /// <summary>The file, as it was named on the command line.</summary>
    public string Path { get; }

    /// <summary>Why it could not be judged; <see langword="null"/> where it was.</summary>
    public string? Error { get; }

    /// <summary>All that is wrong with it, in the order of the file.</summary>
    public IReadOnlyList<PlanFileFinding> Findings { get; }

    /// <summary>The files of plans that it runs and of which there is something to say.</summary>
    public IReadOnlyList<CheckedFile> Others { get; }

    /// <summary>Whether the file was named on the command line, and not by another.</summary>
    public bool IsNamed { get; } = true;

    /// <summary>Whether the plan may run: there is no error in its file, nor in those of the plans that it runs.</summary>
    public bool IsValid { get; }

    /// <summary>Whether there is no error in the file itself, as far as it was judged.</summary>
    public bool IsSound => Findings.All(static placed => placed.Finding.Severity is not FindingSeverity.Error);

    /// <summary>The plan, as far as it could be read; it is read when it is first asked for, which few do.</summary>
    public PlanModel Model => File.Model;

    private PlanFile File => field ??= PlanFileReader.Read(_text ?? PlanSource.Read(Path), Path);

    /// <summary>Reads and judges the file at <paramref name="path"/>.</summary>
    /// <exception cref="UsageException">There is no such file, or it or one that it runs cannot be read.</exception>
    public static CheckedFile Read(string path)
    {
        var text = PlanSource.Read(path);
        try
        {
            return new(path, text);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"'{path}' cannot be judged, because a file that it runs cannot be read: {exception.Message}");
        }
    }

    /// <summary>One that could not be read.</summary>
    /// <param name="path">The file, as it was named on the command line.</param>
    /// <param name="problem">What has been said of it.</param>
    public static CheckedFile Unread(string path, UsageException problem) => new(path, problem);

    /// <summary>Judges a text.</summary>
    public static CheckedFile Of(string path, string text) => new(path, text);

    /// <summary>Where the part of the plan stands that a finding is about.</summary>
    public (int Line, int Column, int EndLine, int EndColumn) PlaceOf(Anchor anchor)
    {
        var span = File.Map.Find(anchor);
        var (line, column) = File.Map.Lines.At(span.Start);
        var (endLine, endColumn) = File.Map.Lines.At(span.End);
        return (line, column, endLine, endColumn);
    }
}
