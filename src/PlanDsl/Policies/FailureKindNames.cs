using PlanDsl.Model;

namespace PlanDsl;

/// <summary>The kinds of failure by which plan files choose what is retried, where plans in C# choose by types of exception.</summary>
internal static class FailureKindNames
{
    private static readonly Dictionary<string, FailureKind> Kinds =
        Enum.GetValues<FailureKind>().ToDictionary(static kind => SnakeCase.From(kind.ToString()), StringComparer.Ordinal);

    /// <summary>Whether a name is that of a kind, and not of a type of exception.</summary>
    public static bool IsKind(string name) => Kinds.ContainsKey(name);

    /// <summary>The kinds among what a step lists; <see langword="null"/> where there are none.</summary>
    public static FailureKind[]? Of(EquatableArray<TypeRef>? listed)
    {
        if (listed is not { Count: > 0 } names)
            return null;
        FailureKind[] kinds = [.. names.Where(static name => IsKind(name.Name)).Select(static name => Kinds[name.Name])];
        return kinds.Length == 0 ? null : kinds;
    }
}
