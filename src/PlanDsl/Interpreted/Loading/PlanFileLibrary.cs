using PlanDsl.Model;

namespace PlanDsl;

/// <summary>The plan files beside one another in a directory, each read when it is first needed. Thread-safe.</summary>
/// <param name="directory">The directory; <see langword="null"/> where there is none to look in.</param>
/// <param name="options">What all of them work with.</param>
internal sealed class PlanFileLibrary(string? directory, InterpretedPlanOptions options)
{
    private const string Ending = ".plan.json";

    private readonly Lock _gate = new();
    private readonly Dictionary<string, LoadedFile?> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, InterpretedPlan> _plans = new(StringComparer.Ordinal);

    /// <summary>What its plans work with.</summary>
    public InterpretedPlanOptions Options => options;

    /// <summary>The files that have been read.</summary>
    public IReadOnlyList<LoadedFile> Files
    {
        get
        {
            lock (_gate)
                return [.. _files.Values.OfType<LoadedFile>()];
        }
    }

    /// <summary>Adds the file that was loaded first: under its plan's id, and, as any other, under its name.</summary>
    public void Add(LoadedFile file)
    {
        lock (_gate)
        {
            _files[file.File.Model.Id] = file;
            var name = Path.GetFileName(file.Path);
            if (name.EndsWith(Ending, StringComparison.Ordinal))
                _files[name[..^Ending.Length]] = file;
        }
    }

    /// <summary>Reads the file of a plan; <see langword="null"/> if there is none.</summary>
    public LoadedFile? Find(string planId)
    {
        lock (_gate)
        {
            if (!_files.TryGetValue(planId, out var file))
                _files.Add(planId, file = Read(planId));
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

    /// <summary>The name of the file in which a plan is looked for.</summary>
    public static string FileNameOf(string planId) => planId + Ending;

    // An id leads to a file beside the others, and nowhere else.
    private LoadedFile? Read(string planId)
    {
        var name = FileNameOf(planId);
        if (directory is null || planId.AsSpan().ContainsAny('/', '\\', '\0') || Path.GetFileName(name) != name)
            return null;
        var path = Path.Combine(directory, name);
        return File.Exists(path) ? new(path, PlanFileText.Read(path)) : null;
    }
}
