using System.Globalization;

namespace PlanDsl;

/// <summary>Where a <see cref="JsonLinesJournal"/> keeps what.</summary>
/// <param name="directory">The journal's directory.</param>
internal sealed class JsonLinesFiles(string directory)
{
    private const string RecordExtension = ".jsonl";

    public string Directory { get; } = Path.GetFullPath(directory);

    /// <summary>The journal as messages name it.</summary>
    public string Journal => $"journal {Directory}";

    /// <summary>Who executes what.</summary>
    public string Claims => Path.Combine(Directory, "claims");

    /// <summary>What was asked of whom.</summary>
    public string Requests => Path.Combine(Directory, "requests");

    public string Record(string runId) => Path.Combine(Directory, RunFileName.Of(runId) + RecordExtension);

    /// <summary>Held by whoever executes the run.</summary>
    public string Lock(string runId) => Path.Combine(Claims, RunFileName.Of(runId) + ".lock");

    /// <summary>Says who that is.</summary>
    public string Owner(string runId) => Path.Combine(Claims, RunFileName.Of(runId) + ".owner");

    /// <summary>The file of a request. Two that are put at once may have one number.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="number">Behind which others it comes.</param>
    /// <param name="name">What no other file is called.</param>
    public string Request(string runId, long number, string name) =>
        Path.Combine(Requests, string.Create(CultureInfo.InvariantCulture, $"{RunFileName.Of(runId)}.{number:d8}.{name}.json"));

    /// <summary>The requests of a run by their numbers, in order.</summary>
    public IEnumerable<(long Number, string Path)> RequestsOf(string runId)
    {
        if (!FilePresence.Has(Requests))
            return [];
        var prefix = RunFileName.Of(runId) + ".";
        return System.IO.Directory.EnumerateFiles(Requests, prefix + "*.json")
            .Select(path => (Number: NumberOf(Path.GetFileName(path.AsSpan())[prefix.Length..]), Path: path))
            .Where(static request => request.Number > 0)
            .OrderBy(static request => request.Number).ThenBy(static request => request.Path, StringComparer.Ordinal);
    }

    public IEnumerable<string> Records() =>
        FilePresence.Has(Directory) ? System.IO.Directory.EnumerateFiles(Directory, "*" + RecordExtension) : [];

    private static long NumberOf(ReadOnlySpan<char> name) =>
        long.TryParse(name[..name.IndexOf('.')], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
