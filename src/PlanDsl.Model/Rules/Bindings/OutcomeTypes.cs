namespace PlanDsl.Model;

/// <summary>Which <c>StepOutcome</c> tells how a step has ended.</summary>
internal static class OutcomeTypes
{
    private const string OfNothing = "object";

    /// <summary>Whether <paramref name="type"/> is the outcome in the report of a run, which no step is given.</summary>
    public static bool IsUntyped(TypeRef type) => type.Name == "global::PlanDsl.StepOutcome";

    /// <summary>Whether <paramref name="type"/> stands for the result of a step that returns nothing. To C#, <c>dynamic</c> is another
    /// spelling of it.</summary>
    public static bool IsOfNothing(TypeRef? type) => type?.Name is null or OfNothing or "dynamic";

    /// <summary>What to do who is to learn how a step has ended.</summary>
    /// <param name="result">What the step returns; <see langword="null"/> for nothing.</param>
    public static string RemedyFor(TypeRef? result) => $"to learn how it has ended, take 'StepOutcome<{result?.AnnotatedDisplay ?? OfNothing}>'";
}
