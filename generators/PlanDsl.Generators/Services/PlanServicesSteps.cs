namespace PlanDsl.Generators;

/// <summary>The names of the tracked steps of <see cref="PlanServicesGenerator"/>.</summary>
internal static class PlanServicesSteps
{
    /// <summary>A class has been read as a plan that a container can make.</summary>
    public const string Read = "Services.Read";

    /// <summary>A class that is declared for a plan file.</summary>
    public const string ReadFile = "Services.ReadFile";

    /// <summary>Those of these classes that can be declared.</summary>
    public const string FindDeclared = "Services.FindDeclared";

    /// <summary>The name of the assembly, where there are services to speak of.</summary>
    public const string NameAssembly = "Services.NameAssembly";
}
