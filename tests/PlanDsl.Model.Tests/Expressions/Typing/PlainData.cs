using System.Collections;

namespace PlanDsl.Model.Tests;

/// <summary>Makes plain values of objects, as a serialiser with names in snake_case would.</summary>
internal static class PlainData
{
    public static object? From(object? value) => value switch
    {
        null => null,
        bool or string => value,
        int number => new PlainValues.Number(Numbers.Text(number)!),
        long number => new PlainValues.Number(Numbers.Text(number)!),
        decimal number => new PlainValues.Number(Numbers.Text(number)!),
        double number => new PlainValues.Number(Numbers.Text(number)!),
        float number => new PlainValues.Number(Numbers.Text(number)!),
        IEnumerable elements => elements.Cast<object?>().Select(From).ToArray(),
        _ => value.GetType().GetProperties().ToDictionary(static property => SnakeCase.From(property.Name), property => From(property.GetValue(value)), StringComparer.Ordinal),
    };
}
