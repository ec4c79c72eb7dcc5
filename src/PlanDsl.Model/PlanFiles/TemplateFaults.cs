namespace PlanDsl.Model;

/// <summary>What PLAN0510 says of a text into which values are inserted, or of a path.</summary>
internal static class TemplateFaults
{
    /// <summary>It is no text of that kind.</summary>
    public static string Unreadable(string fault) => $"cannot be read: {fault}";

    /// <summary>It is one, and what it puts together is of types that do not go together.</summary>
    public static string Unfit(string fault) => $"has values that do not fit: {fault}";
}
