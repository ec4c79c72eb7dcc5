using PlanDsl.Compiler;

namespace PlanDsl.Generators;

/// <summary>A plan file and the class that it is to be compiled into.</summary>
/// <param name="File">The file.</param>
/// <param name="Class">The class that names it; <see langword="null"/> where none does, so that one is declared for it.</param>
internal sealed record FilePlanTarget(ReadPlanFile File, FilePlanClass? Class)
{
    /// <summary>One for each class that names the file, or one alone.</summary>
    public static IEnumerable<FilePlanTarget> Of(ReadPlanFile file, FilePlanClasses classes) =>
        classes.Naming(file.Place.Path).Select(type => new FilePlanTarget(file, type)).DefaultIfEmpty(new(file, null));

    /// <summary>The class that is declared for a file that no class names.</summary>
    public TypeSpec Declared() => FilePlanNames.TypeOf(File.File.Model.Id, File.Place);

    /// <summary>The plan as others see it before it has been bound: its name and that of its class.</summary>
    public CatalogPlan Named() =>
        CatalogPlan.Named(File.File.Model.Id, Class is null ? Declared() : Class.Type, File.Place.Name);
}
