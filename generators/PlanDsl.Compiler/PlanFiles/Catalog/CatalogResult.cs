using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>A result of a plan that a step runs.</summary>
/// <param name="Key">Its result_key.</param>
/// <param name="Member">The member of <c>Results</c>, escaped.</param>
/// <param name="Type">Its type.</param>
/// <param name="IsOptional">Whether it may be absent in a run that succeeds.</param>
public sealed record CatalogResult(string Key, string Member, TypeRef Type, bool IsOptional)
{
    /// <summary>How many elements it has, where it is an array of what the members of a parallel group return; <see langword="null"/> for all else.</summary>
    public int? Count { get; init; }

    /// <summary>The names of its members, where it is the object of what the members of a parallel group return; <see langword="null"/> for all else.</summary>
    public EquatableArray<string>? Members { get; init; }
}
