using PlanDsl.Model;

namespace PlanDsl;

/// <summary>Finds the variables that stay as they are written in a run, in a plan file and in those of the plans that it runs.</summary>
internal static class UnresolvedInFiles
{
    // Each set of names that some plan is given is looked at; nobody reads more findings than these make.
    private const int MostLooks = 1_000;

    /// <summary>Finds them, those of the file itself first.</summary>
    /// <param name="file">The file.</param>
    /// <param name="inputs">The names of the inputs that its run has.</param>
    /// <param name="library">The files beside it.</param>
    public static PlanFileFinding[] Find(LoadedFile file, IEnumerable<string> inputs, PlanFileLibrary library)
    {
        var found = new List<PlanFileFinding>();
        var seen = new HashSet<(LoadedFile, string)>();
        var pending = new Queue<(LoadedFile File, string[] Inputs)>();
        Visit(file, inputs);
        while (pending.TryDequeue(out var next))
        {
            found.AddRange(next.File.File.FindUnresolved(next.Inputs).Select(finding => PlanFileFinding.Of(next.File.Path, next.File.File, finding)));
            foreach (var run in PlanFileCheck.RunBy(next.File.File.Model))
            {
                if (library.Find(run.Id) is { } other)
                    Visit(other, other.File.Model.Inputs.IsEmpty ? run.With.Select(static value => value.Name) : other.File.Model.Inputs.Select(static input => input.Name));
            }
        }

        // Steps that run one plan may give it different things, and lack the same.
        return found.Count == 0 ? [] : [.. found.DistinctBy(static finding => (finding.File, finding.Line, finding.Column))];

        void Visit(LoadedFile plan, IEnumerable<string> names)
        {
            string[] sorted = [.. names.Order(StringComparer.Ordinal)];
            if (seen.Count < MostLooks && seen.Add((plan, string.Join('\n', sorted))))
                pending.Enqueue((plan, sorted));
        }
    }
}
