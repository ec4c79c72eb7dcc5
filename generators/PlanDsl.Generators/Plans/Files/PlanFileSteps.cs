namespace PlanDsl.Generators;

/// <summary>The names of the tracked steps that compile plan files.</summary>
internal static class PlanFileSteps
{
    /// <summary>Where the project stands.</summary>
    public const string ReadProject = "PlanFile.ReadProject";

    /// <summary>The text of a plan file.</summary>
    public const string ReadText = "PlanFile.ReadText";

    /// <summary>A plan file has been read.</summary>
    public const string Read = "PlanFile.Read";

    /// <summary>A class that names a plan file.</summary>
    public const string FindClass = "PlanFile.FindClass";

    /// <summary>Which class names which file.</summary>
    public const string Associate = "PlanFile.Associate";

    /// <summary>The classes that name files, each with its file.</summary>
    public const string FindClasses = "PlanFile.FindClasses";

    /// <summary>A file and its class.</summary>
    public const string Target = "PlanFile.Target";

    /// <summary>The inputs of a file that a class names.</summary>
    public const string ReadInputs = "PlanFile.ReadInputs";

    /// <summary>Those of all such files.</summary>
    public const string GatherInputs = "PlanFile.GatherInputs";

    /// <summary>The names of the plans that a file may run.</summary>
    public const string NamePlans = "PlanFile.NamePlans";

    /// <summary>A plan as far as it can be told without the results of those that it runs.</summary>
    public const string Draft = "PlanFile.Draft";

    /// <summary>The plans that a file may run.</summary>
    public const string Catalog = "PlanFile.Catalog";

    /// <summary>Which plans run which.</summary>
    public const string Nest = "PlanFile.Nest";

    /// <summary>A plan.</summary>
    public const string Bind = "PlanFile.Bind";
}
