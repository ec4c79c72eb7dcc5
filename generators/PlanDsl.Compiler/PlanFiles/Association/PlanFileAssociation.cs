using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>Which class names which plan file. Made of values only, and equal to another by value.</summary>
/// <param name="Files">The paths of the plan files among the project's additional files.</param>
/// <param name="References">The classes that name a plan file.</param>
/// <param name="ProjectDirectory">The directory of the project; the empty string where that is not known.</param>
public sealed record PlanFileAssociation(EquatableArray<string> Files, EquatableArray<PlanFileReference> References, string ProjectDirectory)
{
    // Made when they are first asked for; they say nothing that the others do not, and so are no part of the value.
    private Dictionary<string, EquatableArray<PlanFileReference>>? _classes;
    private PlanFileIndex? _index;
    private HashSet<string>? _missed;

    // What was found out of the original is not taken along: 'with' may change what it was found out of.
    private PlanFileAssociation(PlanFileAssociation original) =>
        (Files, References, ProjectDirectory) = (original.Files, original.References, original.ProjectDirectory);

    /// <summary>The path of the file that a class names, as it stands in <see cref="Files"/>; <see langword="null"/> where that is none, or where
    /// nobody can tell which.</summary>
    public string? FileOf(PlanFileReference reference) => Candidates(reference) is { Count: 1 } files ? files[0] : null;

    /// <summary>The classes that name a file, in the order of <see cref="References"/>.</summary>
    /// <param name="path">The path, as it stands in <see cref="Files"/>.</param>
    public EquatableArray<PlanFileReference> ClassesOf(string path) =>
        LazyInitializer.EnsureInitialized(ref _classes, FindClasses)!.TryGetValue(path, out var classes) ? classes : [];

    /// <summary>Whether a class probably means this file, but names one that there is not, or several: <see cref="FaultOf"/> says so there.</summary>
    /// <param name="path">The path, as it stands in <see cref="Files"/>.</param>
    public bool IsProbablyMeant(string path) => LazyInitializer.EnsureInitialized(ref _missed, FindMissed)!.Contains(path);

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

    private HashSet<string> FindMissed() => new(References.SelectMany(Missed), StringComparer.Ordinal);

    private List<string> Missed(PlanFileReference reference) => Candidates(reference) switch
    {
        { Count: 1 } => [],
        { Count: 0 } => NotFound(reference).Suggestion is { } nearest ? Index.EndingWith(PathText.Normalized(nearest)) : [],
        var several => several,
    };

    private PlanFileIndex Index => LazyInitializer.EnsureInitialized(ref _index, () => new(Files))!;

    private List<string> Candidates(PlanFileReference reference)
    {
        if (Index.At(PathText.In(reference.SourceDirectory, reference.File)) is { } beside)
            return [beside];
        if (ProjectDirectory.Length > 0 && Index.At(PathText.In(ProjectDirectory, reference.File)) is { } inProject)
            return [inProject];
        return Index.EndingWith(PathText.Normalized(reference.File));
    }

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
