using System.Collections.Immutable;

namespace PlanDsl.Model;

/// <summary>Names in C# that a plan class or its <c>Results</c> already have.</summary>
public static class ReservedNames
{
    /// <summary>The names of the members that are generated on a plan.</summary>
    public static ImmutableArray<string> Generated { get; } = ["Results", "Definition", "RunAsync", "Start", "Observe", "ResumeAsync"];

    /// <summary>Whether no step's method may have the name <paramref name="method"/>: it is a member that is generated on the
    /// plan, a member of <see cref="object"/>, or begins with two underscores, as the private parts of generated code do.</summary>
    public static bool IsReservedMethod(string method) =>
        Generated.Contains(method, StringComparer.Ordinal) || IsMemberOfObject(method) || method.StartsWith("__", StringComparison.Ordinal);

    /// <summary>Whether no member of <c>Results</c> may have the name <paramref name="member"/>: it is that of the class itself
    /// or of a member of <see cref="object"/>.</summary>
    public static bool IsReservedMember(string member) => member == "Results" || IsMemberOfObject(member);

    /// <summary>The same for the key of a result, in plain snake_case, of which such a member would be made.</summary>
    internal static bool IsReservedKey(string key) =>
        key is "results" or "equals" or "get_hash_code" or "get_type" or "to_string" or "reference_equals" or "memberwise_clone" or "finalize";

    private static bool IsMemberOfObject(string name) =>
        name is nameof(Equals) or nameof(GetHashCode) or nameof(GetType) or nameof(ToString)
            or nameof(ReferenceEquals) or nameof(MemberwiseClone) or "Finalize";
}
