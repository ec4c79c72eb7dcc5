using System.ComponentModel;
using System.Globalization;

namespace PlanDsl;

/// <summary>Takes elements of lists as paths of a compiled plan file do: one that is not there fails the step, and the message says so in the
/// words of the file. Thread-safe. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class PlanElements
{
    /// <summary>The elements of a list, one of which is inserted.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="list">The list.</param>
    /// <param name="path">What it is in the plan file.</param>
    /// <param name="place">Where an element is inserted, for messages: <c>'args' of step 'merge'</c>.</param>
    public static PlanElements<T> Of<T>(IReadOnlyList<T> list, string path, string place) => new(list, path, $"In {place}: ", ".", isBinding: true);

    /// <summary>The elements of a list about one of which a condition is.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="list">The list.</param>
    /// <param name="path">What it is in the plan file.</param>
    /// <param name="condition">The condition as it stands in the plan file.</param>
    public static PlanElements<T> InCondition<T>(IReadOnlyList<T> list, string path, string condition) => new(list, path, "", $" ({condition})", isBinding: false);

    internal static Exception Missing(string path, int index, int count, string before, string behind, bool isBinding)
    {
        var elements = count switch { 0 => "no elements", 1 => "one element", _ => string.Create(CultureInfo.InvariantCulture, $"{count} elements") };
        var message = string.Create(CultureInfo.InvariantCulture, $"{before}'{path}' has {elements}, so there is no [{index}]; elements are counted from 0{behind}");
        return isBinding ? new BindingException(message) : new ConditionException(message);
    }
}
