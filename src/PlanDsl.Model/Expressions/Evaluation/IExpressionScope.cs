namespace PlanDsl.Model;

/// <summary>The values that paths and variables lead to, at one point of a run.</summary>
/// <typeparam name="T">The type of values.</typeparam>
public interface IExpressionScope<T>
{
    /// <summary>Finds the value at which a path begins.</summary>
    /// <param name="path">The path.</param>
    /// <param name="used">How many of its segments belong to the beginning: 1 for <c>inputs.day.year</c>, if the scope knows
    /// <c>inputs.day</c>.</param>
    /// <param name="value">The value; null for something that exists and has no value, such as the result of a skipped step.</param>
    /// <returns>What is wrong with the path, with what would be right, as a clause; <see langword="null"/> if nothing is.</returns>
    string? Find(PathExpression path, out int used, out T value);

    /// <summary>Finds the value of <c>${name}</c>.</summary>
    /// <returns>Whether there is such a variable; if not, <c>${name}</c> stays as it stands.</returns>
    bool TryGetVariable(string name, out T value);
}
