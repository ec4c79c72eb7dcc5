using System.Globalization;

namespace PlanDsl.Model;

/// <summary>Numbers in C#. Operators of C# serve where they compare as expressions do, by value; elsewhere <see cref="Numbers"/> does.</summary>
internal static class NumberCode
{
    private const string Helper = "global::PlanDsl.Model.Numbers.";

    /// <summary>The comparison of two numbers; <paramref name="sign"/> is an operator of C#.</summary>
    public static string Compare(TypedValue left, TypedValue right, string sign)
    {
        if (Direct(left, right) is { } both)
            return $"({both.Left} {sign} {both.Right})";
        var texts = $"({Text(left)}, {Text(right)})";
        return sign switch
        {
            "==" => $"{Helper}AreEqual{texts}",
            "!=" => $"!{Helper}AreEqual{texts}",
            _ => $"({Helper}Compare{texts} {sign} 0)",
        };
    }

    /// <summary>The type that holds both exactly; <see langword="null"/> if there is none.</summary>
    public static NumberType? Common(NumberType left, NumberType right) => (left, right) switch
    {
        _ when left == right => left,
        (NumberType.Integer, NumberType.Decimal) or (NumberType.Decimal, NumberType.Integer) => NumberType.Decimal,
        _ => null,
    };

    /// <summary>A literal in C#; <see langword="null"/> if <paramref name="type"/> cannot hold it exactly.</summary>
    public static string? Literal(string text, NumberType type)
    {
        switch (type)
        {
            case NumberType.Integer when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer):
                return integer == long.MinValue ? "long.MinValue" : Signed(integer.ToString(CultureInfo.InvariantCulture), "L");
            case NumberType.Decimal when decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                && NumberText.Compare(number.ToString(CultureInfo.InvariantCulture), text) == 0:
                return Signed(number.ToString(CultureInfo.InvariantCulture), "m");
            case NumberType.Double when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                && Numbers.Text(number) is { } shortest && NumberText.Compare(shortest, text) == 0:
                return Signed(shortest, "D");
            default:
                return null;
        }
    }

    /// <summary>How a number is written once C# holds it: <c>1e3</c> as 1000; <see langword="null"/> if <paramref name="type"/> cannot hold it exactly.</summary>
    public static string? Spelled(string text, NumberType type)
    {
        var spelled = type switch
        {
            NumberType.Integer when decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number is >= long.MinValue and <= long.MaxValue => Numbers.Text((long)number),
            NumberType.Decimal when decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => Numbers.Text(number),
            NumberType.Double when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => Numbers.Text(number),
            _ => null,
        };
        return spelled is not null && NumberText.Compare(spelled, text) == 0 ? spelled : null;
    }

    /// <summary>What a literal is where nothing else says it.</summary>
    public static NumberType TypeOf(string text) =>
        Literal(text, NumberType.Integer) is not null ? NumberType.Integer
        : Literal(text, NumberType.Decimal) is not null ? NumberType.Decimal
        : NumberType.Double;

    /// <summary>The name of the type in C#.</summary>
    public static string NameOf(NumberType type) => type switch
    {
        NumberType.Integer => "long",
        NumberType.Decimal => "decimal",
        NumberType.Single => "float",
        _ => "double",
    };

    private static (string Left, string Right)? Direct(TypedValue left, TypedValue right)
    {
        if (left.Literal is null && right.Literal is null)
        {
            // C# compares no ulong with a long, so both are made what holds either.
            return Common(left.Type.Number, right.Type.Number) is not { } common ? null
                : common is NumberType.Decimal ? ("(decimal?)" + left.Code, "(decimal?)" + right.Code)
                : (left.Code, right.Code);
        }

        if (left.Literal is { } first)
            return right.Literal is null && Literal(first.Text, right.Type.Number) is { } code ? (code, right.Code) : null;
        return Literal(right.Literal!.Text, left.Type.Number) is { } other ? (left.Code, other) : null;
    }

    private static string Text(TypedValue value) =>
        value.Literal is { } literal ? CSharpText.Quote(literal.Text) : $"{Helper}Text({value.Code})";

    private static string Signed(string number, string suffix) => number[0] == '-' ? $"({number}{suffix})" : number + suffix;
}
