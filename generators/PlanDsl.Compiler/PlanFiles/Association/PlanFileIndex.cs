namespace PlanDsl.Compiler;

/// <summary>Plan files by their paths, so that each class need not look at all of them. Immutable.</summary>
internal sealed class PlanFileIndex
{
    private readonly Dictionary<string, string> _byPath = new(StringComparer.Ordinal);
    private readonly ILookup<string, (string File, string Path)> _byName;

    public PlanFileIndex(IEnumerable<string> files)
    {
        var known = files.Select(static file => (File: file, Path: PathText.Normalized(file))).ToList();
        foreach (var (file, path) in known)
        {
            if (!_byPath.ContainsKey(path))
                _byPath.Add(path, file);
        }

        _byName = known.ToLookup(static file => PathText.NameOf(file.Path), StringComparer.Ordinal);
    }

    /// <summary>The file at a path; <see langword="null"/> if there is none.</summary>
    public string? At(string path) => _byPath.TryGetValue(path, out var file) ? file : null;

    /// <summary>The files whose paths end with this one.</summary>
    public List<string> EndingWith(string path) => path.Length == 0
        ? []
        : [.. _byName[PathText.NameOf(path)].Where(file => ("/" + file.Path).EndsWith("/" + path, StringComparison.Ordinal)).Select(static file => file.File)];
}
