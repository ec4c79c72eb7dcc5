using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>Which class names which plan file. Made of values only, and equal to another by value.</summary>
/// <param name="Files">The paths of the plan files among the project's additional files.</param>
/// <param name="References">The classes that name a plan file.</param>
/// <param name="ProjectDirectory">The directory of the project; the empty string where that is not known.</param>
public sealed record PlanFileAssociation(EquatableArray<string> Files, EquatableArray<PlanFileReference> References, string ProjectDirectory)
{
    // Made when it is first asked for; it says nothing that the others do not, and so is no part of the value.
    private Dictionary<string, EquatableArray<PlanFileReference>>? _classes;

    /// <summary>The path of the file that a class names, as it stands in <see cref="Files"/>; <see langword="null"/> where that is none, or where
    /// nobody can tell which.</summary>
    public string? FileOf(PlanFileReference reference) => Candidates(reference) is { Count: 1 } files ? files[0] : null;

    /// <summary>The classes that name a file, in the order of <see cref="References"/>.</summary>
    /// <param name="path">The path, as it stands in <see cref="Files"/>.</param>
    public EquatableArray<PlanFileReference> ClassesOf(string path) => (_classes ??= FindClasses()).TryGetValue(path, out var classes) ? classes : [];

    /// <summary>What is wrong with what a class names (PLAN0512), located at the attribute's argument; <see langword="null"/> if it means one file.</summary>
    public Finding? FaultOf(PlanFileReference reference) => Candidates(reference) switch
    {
        { Count: 1 } => null,
        { Count: 0 } => NotFound(reference),
        var several => Fault(reference, $"may be any of {string.Join(", ", several.Select(file => $"'{PathText.Relative(ProjectDirectory, file)}'"))}", "write more of its path"),
    };

    /// <inheritdoc/>
    public bool Equals(PlanFileAssociation? other) =>
        other is not null && Files == other.Files && References == other.References && ProjectDirectory == other.ProjectDirectory;

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked((Files.GetHashCode() * 31) + References.GetHashCode());

    private Dictionary<string, EquatableArray<PlanFileReference>> FindClasses() => References
        .Select(reference => (Path: FileOf(reference), Reference: reference))
        .Where(static named => named.Path is not null)
        .GroupBy(static named => named.Path!, static named => named.Reference, StringComparer.Ordinal)
        .ToDictionary(static file => file.Key, static file => file.ToEquatableArray(), StringComparer.Ordinal);

    private List<string> Candidates(PlanFileReference reference)
    {
        var found = Files.Where(file => PathText.Normalized(file) == PathText.In(reference.SourceDirectory, reference.File)).Take(1).ToList();
        if (found.Count == 0 && ProjectDirectory.Length > 0)
            found = Files.Where(file => PathText.Normalized(file) == PathText.In(ProjectDirectory, reference.File)).Take(1).ToList();
        return found.Count > 0 ? found : [.. Files.Where(file => EndsWith(file, PathText.Normalized(reference.File)))];
    }

    private static bool EndsWith(string file, string path) =>
        path.Length > 0 && ("/" + PathText.Normalized(file)).EndsWith("/" + path, StringComparison.Ordinal);

    private Finding NotFound(PlanFileReference reference)
    {
        if (!PlanFilePlace.IsPlanFile(reference.File))
            return Fault(reference, "is no plan file, whose name ends with '.plan.json'", "name one that is in AdditionalFiles");
        var names = Files.Select(file => PathText.Relative(ProjectDirectory, file)).ToList();
        var nearest = new Nearest(names.Concat(names.Select(PathText.NameOf)).Distinct(StringComparer.Ordinal)).To(reference.File);
        var there = names.Count switch
        {
            0 => "there are no plan files among them",
            > 5 => $"among them are {string.Join(", ", names.Take(5).Select(static name => $"'{name}'"))}, …",
            _ => $"there {(names.Count == 1 ? "is" : "are")} {string.Join(", ", names.Select(static name => $"'{name}'"))}",
        };
        return Fault(
            reference,
            $"is not in the project's AdditionalFiles; {there}",
            nearest is null ? $"add <AdditionalFiles Include=\"{reference.File}\" /> to the project" : $"did you mean '{nearest}'?") with
        {
            Suggestion = nearest,
        };
    }

    private static Finding Fault(PlanFileReference reference, string fault, string remedy) =>
        new(RuleIds.PlanFileNotFound, Anchor.Plan.At(PropertyNames.File), [reference.File, fault, remedy]);
}
