namespace PlanDsl.Analyzers;

/// <summary>The keys of <c>Diagnostic.Properties</c>: what a finding knows and its message only says in words.</summary>
public static class FindingProperties
{
    /// <summary>The name that was probably meant: a step's id, a result_key, in a plan file also a property or one of the words
    /// that it takes. Absent where none is near.</summary>
    public const string Suggestion = "suggestion";
}
