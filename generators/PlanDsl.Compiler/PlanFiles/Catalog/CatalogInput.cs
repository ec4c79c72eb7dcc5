using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>An input of a plan that a step runs.</summary>
/// <param name="Name">Its name, as the plan declares it.</param>
/// <param name="Type">Its type.</param>
/// <param name="LeftOut">The C# text of what is passed where nothing is given; <see langword="null"/> where a value must be given.</param>
public sealed record CatalogInput(string Name, TypeRef Type, string? LeftOut)
{
    /// <summary>The type that a plan file declares; <see langword="null"/> where it declares none, and for a plan in C#.</summary>
    public InputType? Declared { get; init; }

    /// <summary>Whether its value is kept out of messages.</summary>
    public bool IsSecret { get; init; }
}
