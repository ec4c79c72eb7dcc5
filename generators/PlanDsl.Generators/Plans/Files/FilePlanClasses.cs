using PlanDsl.Compiler;
using PlanDsl.Model;

namespace PlanDsl.Generators;

/// <summary>The classes of a compilation that name plan files, and which file each of them names. Equal to another by value, and safe for several
/// threads.</summary>
/// <param name="association">Which class names which file.</param>
/// <param name="classes">The classes.</param>
internal sealed class FilePlanClasses(PlanFileAssociation association, EquatableArray<FilePlanClass> classes) : IEquatable<FilePlanClasses>
{
    // Made by whoever first asks; who asks at the same time makes an equal one.
    private volatile ILookup<PlanFileReference, FilePlanClass>? _byReference;

    private PlanFileAssociation Association => association;

    private EquatableArray<FilePlanClass> Classes => classes;

    /// <summary>The classes that name the file at a path, in the order of their declaration.</summary>
    public IEnumerable<FilePlanClass> Naming(string path) =>
        Association.ClassesOf(path).Select(reference => (_byReference ??= Classes.ToLookup(static type => type.Reference))[reference].First());

    /// <inheritdoc/>
    public bool Equals(FilePlanClasses? other) => other is not null && Association.Equals(other.Association) && Classes == other.Classes;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FilePlanClasses);

    /// <inheritdoc/>
    public override int GetHashCode() => Association.GetHashCode();
}
