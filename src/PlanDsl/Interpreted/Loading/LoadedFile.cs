using PlanDsl.Model;

namespace PlanDsl;

/// <summary>A plan file that has been read, and how whoever loaded it calls it.</summary>
/// <param name="Path">The file.</param>
/// <param name="File">What was read.</param>
internal sealed record LoadedFile(string Path, PlanFile File);
