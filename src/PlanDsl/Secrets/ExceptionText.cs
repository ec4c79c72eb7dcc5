using System.Diagnostics;

namespace PlanDsl;

/// <summary>What an exception says of itself.</summary>
internal static class ExceptionText
{
    private const string EndOfInner = "--- End of inner exception stack trace ---";

    /// <summary>All of it; <see langword="null"/> where it cannot say.</summary>
    /// <param name="failure">The exception, or something that it holds.</param>
    public static string? Of(object failure)
    {
        try
        {
            return failure.ToString() ?? "";
        }
        catch (Exception)
        {
            // What is of somebody's own making may throw. The failure that is to be told is another.
            return null;
        }
    }

    /// <summary>The same without what names code: the types, and where they were thrown. Those who know the program know it, and the same words may stand there
    /// as in what was given.</summary>
    /// <param name="text">What it says.</param>
    /// <param name="failure">The exception.</param>
    public static string WithoutCode(string text, Exception failure)
    {
        var all = Within(failure).ToArray();
        foreach (var thrown in all)
            text = Without(text, new StackTrace(thrown, fNeedFileInfo: true).ToString().TrimEnd());
        foreach (var thrown in all)
            text = Without(text, thrown.GetType().ToString());
        return Without(text, EndOfInner);
    }

    // Its neighbours are kept apart.
    private static string Without(string text, string part) => part.Length == 0 ? text : text.Replace(part, "\n", StringComparison.Ordinal);

    private static IEnumerable<Exception> Within(Exception failure) =>
        (failure is AggregateException all ? all.InnerExceptions : failure.InnerException is { } inner ? [inner] : Enumerable.Empty<Exception>()).SelectMany(Within).Prepend(failure);
}
