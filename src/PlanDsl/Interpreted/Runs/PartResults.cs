using System.Collections.Concurrent;
using System.Text.Json;

namespace PlanDsl;

/// <summary>What the parts of the steps of a run have left, by their paths: members of groups, elements, iterations, and the runs of
/// sub-plans with theirs. A run keeps it only for those who ask, since its results do not need it. Thread-safe: a part is written
/// by itself alone, and read when the run has ended.</summary>
internal sealed class PartResults
{
    private readonly ConcurrentDictionary<string, JsonElement> _results = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, InterpretedRun> _runs = new(StringComparer.Ordinal);

    /// <summary>What a part has left; the default value if nothing.</summary>
    public JsonElement Find(string path) => _results.GetValueOrDefault(path);

    /// <summary>The run of the sub-plan that a step has started last; <see langword="null"/> if it has started none.</summary>
    public InterpretedRun? FindRun(string path) => _runs.GetValueOrDefault(path);

    /// <summary>What the runs of sub-plans must not tell.</summary>
    public IEnumerable<RunSecrets> Secrets => _runs.Values.Select(static run => run.Secrets).OfType<RunSecrets>();

    /// <summary>Keeps what a part has left, in place of what it left in an attempt before.</summary>
    public void Keep(string path, JsonElement result) => _results[path] = result;

    /// <summary>Keeps the run of a sub-plan, in place of that of an attempt before.</summary>
    public void Keep(string path, InterpretedRun run) => _runs[path] = run;
}
