using System.Globalization;
using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>Numbers of plan files as literals of a C# type.</summary>
internal static class TypedNumber
{
    /// <summary>The literal; <see langword="null"/> if the type does not hold the number.</summary>
    /// <param name="json">The number as JSON has it.</param>
    /// <param name="type">The keyword of the type.</param>
    public static string? Of(string json, string type) => type switch
    {
        "double" when double.TryParse(json, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Numbers.Text(number) is { } text => Signed(text, "D"),
        "float" when float.TryParse(json, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Numbers.Text(number) is { } text => Signed(text, "F"),
        "decimal" => NumberCode.Literal(json, NumberType.Decimal),
        "sbyte" => Whole(json, sbyte.MinValue, sbyte.MaxValue, "(sbyte)", ""),
        "byte" => Whole(json, byte.MinValue, byte.MaxValue, "(byte)", ""),
        "short" => Whole(json, short.MinValue, short.MaxValue, "(short)", ""),
        "ushort" => Whole(json, ushort.MinValue, ushort.MaxValue, "(ushort)", ""),
        "int" => Whole(json, int.MinValue, int.MaxValue, "", ""),
        "uint" => Whole(json, uint.MinValue, uint.MaxValue, "", "U"),
        "long" => Whole(json, long.MinValue, long.MaxValue, "", "L"),
        "ulong" => Whole(json, ulong.MinValue, ulong.MaxValue, "", "UL"),
        _ => null,
    };

    private static string? Whole(string json, decimal least, decimal most, string cast, string suffix) =>
        decimal.TryParse(json, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && decimal.Truncate(number) == number && number >= least && number <= most
            ? cast + Signed(number.ToString("0", CultureInfo.InvariantCulture), suffix)
            : null;

    private static string Signed(string number, string suffix) => number[0] == '-' ? $"({number}{suffix})" : number + suffix;
}
