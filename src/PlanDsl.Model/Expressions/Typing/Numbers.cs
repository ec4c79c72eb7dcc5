using System.Globalization;

namespace PlanDsl.Model;

/// <summary>Compares numbers of unlike types by value, as expressions in plan files do. Called by generated code.</summary>
public static class Numbers
{
    /// <summary>The text of a number; <see langword="null"/> for null.</summary>
    public static string? Text(long? number) => number?.ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc cref="Text(long?)"/>
    public static string? Text(ulong? number) => number?.ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc cref="Text(long?)"/>
    public static string? Text(decimal? number) => number?.ToString(CultureInfo.InvariantCulture);

    /// <summary>The shortest text that means this number; <see langword="null"/> for null, and for what is not finite.</summary>
    public static string? Text(double? number) =>
        number is { } value && !double.IsNaN(value) && !double.IsInfinity(value) ? value.ToString("R", CultureInfo.InvariantCulture) : null;

    /// <inheritdoc cref="Text(double?)"/>
    public static string? Text(float? number) =>
        number is { } value && !float.IsNaN(value) && !float.IsInfinity(value) ? value.ToString("R", CultureInfo.InvariantCulture) : null;

    /// <summary>Whether two numbers, as JSON has them, are the same, or both <see langword="null"/>.</summary>
    public static bool AreEqual(string? left, string? right) =>
        left is null || right is null ? left is null && right is null : NumberText.Compare(left, right) == 0;

    /// <summary>Less than 0 if <paramref name="left"/> is the lesser of two numbers as JSON has them; <see langword="null"/> if one of them is.</summary>
    public static int? Compare(string? left, string? right) =>
        left is null || right is null ? null : NumberText.Compare(left, right);
}
