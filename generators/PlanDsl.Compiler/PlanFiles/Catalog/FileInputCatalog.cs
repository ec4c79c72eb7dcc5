using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>The inputs of the plan files of a compilation that classes name. Equal to another by value, and safe for several threads.</summary>
/// <param name="classes">The inputs by class; of two entries of one class, the first counts.</param>
public sealed class FileInputCatalog(EquatableArray<FileClassInputs> classes) : IEquatable<FileInputCatalog>
{
    // Made by whoever first asks; who asks at the same time makes an equal one.
    private volatile ILookup<string, FileClassInputs>? _byClass;

    private EquatableArray<FileClassInputs> Classes => classes;

    /// <summary>The inputs of the file that a class names; <see langword="null"/> where it names none that there is.</summary>
    /// <param name="type">The class, as metadata has its name.</param>
    public FileClassInputs? Find(string type) =>
        (_byClass ??= Classes.ToLookup(static known => known.Class, StringComparer.Ordinal))[type].FirstOrDefault();

    /// <inheritdoc/>
    public bool Equals(FileInputCatalog? other) => other is not null && Classes == other.Classes;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FileInputCatalog);

    /// <inheritdoc/>
    public override int GetHashCode() => Classes.GetHashCode();
}
