using PlanDsl.Model;

namespace PlanDsl;

/// <summary>The plan files beside one another in a directory, each read when it is first needed: a plan is in the file that is called after its
/// <c>plan_id</c>, and has that id there. Thread-safe.</summary>
/// <param name="first">The path of the file that is loaded first, beside which the others are looked for.</param>
/// <param name="options">What all of them work with.</param>
internal sealed class PlanFileLibrary(string first, InterpretedPlanOptions options)
{
    // More names than these are no help in a message.
    private const int MostNames = 10_000;

    private readonly Lock _gate = new();
    private readonly string? _directory = Path.GetDirectoryName(Path.GetFullPath(first));
    private readonly Dictionary<string, LoadedFile?> _read = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LoadedFile?> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, InterpretedPlan> _plans = new(StringComparer.Ordinal);

    /// <summary>What its plans work with.</summary>
    public InterpretedPlanOptions Options => options;

    /// <summary>The files of plans that have been asked for.</summary>
    public IReadOnlyList<LoadedFile> Files
    {
        get
        {
            lock (_gate)
                return [.. _files.Values.OfType<LoadedFile>()];
        }
    }

    /// <summary>Adds the file that was loaded first, which may be called otherwise than its plan.</summary>
    /// <param name="text">What stands in it.</param>
    public LoadedFile Add(string text)
    {
        var loaded = new LoadedFile(first, text);
        var id = loaded.File.Model.Id;
        lock (_gate)
        {
            _files[id] = loaded;
            if (UnknownPlan.FileNameOf(id) == Path.GetFileName(first))
                _read[id] = loaded;
        }

        return loaded;
    }

    /// <summary>The file of a plan; <see langword="null"/> if there is none, or if what is called so has another <c>plan_id</c>.</summary>
    public LoadedFile? Find(string planId)
    {
        lock (_gate)
        {
            if (!_files.TryGetValue(planId, out var file))
                _files.Add(planId, file = Called(planId) is { } found && found.File.Model.Id == planId ? found : null);
            return file;
        }
    }

    /// <summary>The file that is called after a plan, whatever its <c>plan_id</c>; <see langword="null"/> if there is none.</summary>
    public LoadedFile? Called(string planId)
    {
        lock (_gate)
        {
            if (!_read.TryGetValue(planId, out var file))
                _read.Add(planId, file = Read(planId));
            return file;
        }
    }

    /// <summary>The plan that a step runs.</summary>
    /// <exception cref="InvalidPlanException">It is not sound.</exception>
    public InterpretedPlan Get(string planId)
    {
        lock (_gate)
        {
            if (!_plans.TryGetValue(planId, out var plan))
                _plans.Add(planId, plan = new(Find(planId)!, this));
            return plan;
        }
    }

    /// <summary>The ids that plans in the directory have by the names of their files.</summary>
    public IEnumerable<string> Ids()
    {
        var ending = UnknownPlan.FileNameOf("");
        try
        {
            return [.. Directory.EnumerateFiles(_directory ?? "", "*" + ending).Take(MostNames).Select(static path => Path.GetFileName(path)).Order(StringComparer.Ordinal).Select(name => name[..^ending.Length])];
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // Files of a directory that cannot be listed can be read all the same, and there is nothing to suggest.
            return [];
        }
    }

    // An id leads to a file beside the others, and nowhere else.
    private LoadedFile? Read(string planId)
    {
        var name = UnknownPlan.FileNameOf(planId);
        if (_directory is null || planId.AsSpan().ContainsAny('/', '\\', '\0') || Path.GetFileName(name) != name)
            return null;
        var path = Path.Combine(_directory, name);
        return File.Exists(path) ? new(Path.Combine(Path.GetDirectoryName(first) ?? "", name), PlanFileText.ReadText(path)) : null;
    }
}
