using System.Collections.Immutable;

namespace PlanDsl.Model;

/// <summary>Names in C# that a plan class or its <c>Results</c> already have.</summary>
public static class ReservedNames
{
    /// <summary>The names of the members that are generated on a plan.</summary>
    public static ImmutableArray<string> Generated { get; } = ["Results", "Definition", "RunAsync", "Start", "Observe"];

    /// <summary>Whether no step's method may have the name <paramref name="method"/>: it is a member that is generated on the
    /// plan, a member of <see cref="object"/>, or begins with two underscores, as the private parts of generated code do.</summary>
    public static bool IsReservedMethod(string method) =>
        Generated.Contains(method, StringComparer.Ordinal) || IsMemberOfObject(method) || method.StartsWith("__", StringComparison.Ordinal);

    /// <summary>Whether no member of <c>Results</c> may have the name <paramref name="member"/>: it is that of the class itself
    /// or of a member of <see cref="object"/>.</summary>
    public static bool IsReservedMember(string member) => member == "Results" || IsMemberOfObject(member);

    private static bool IsMemberOfObject(string name) =>
        name is nameof(Equals) or nameof(GetHashCode) or nameof(GetType) or nameof(ToString)
            or nameof(ReferenceEquals) or nameof(MemberwiseClone) or "Finalize";
}
