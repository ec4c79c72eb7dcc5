using System.Reflection;
using System.Text.Json;

namespace PlanDsl.Tests;

/// <summary>Makes events of every kind, with anything that their properties can hold.</summary>
internal sealed class RandomEvents(int seed)
{
    private const string Letters = "abyz_09 /[]#.{}\"\\'<>&\u0001\n\t\u00e4\u4e2d\u2028";

    private readonly Random _random = new(seed);

    /// <summary>Every kind of event that there is.</summary>
    public static IReadOnlyList<Type> Kinds { get; } =
        [.. typeof(PlanEvent).Assembly.GetTypes().Where(static type => type.IsSubclassOf(typeof(PlanEvent)) && !type.IsAbstract).OrderBy(static type => type.Name, StringComparer.Ordinal)];

    /// <summary>What a kind of event tells by itself, and not by other properties.</summary>
    public static IEnumerable<PropertyInfo> PropertiesOf(Type kind) => kind.GetProperties().Where(static property => property.CanWrite);

    public PlanEvent Next() => Next(Kinds[_random.Next(Kinds.Count)]);

    public PlanEvent Next(Type kind)
    {
        var happened = (PlanEvent)Activator.CreateInstance(kind)!;
        foreach (var property in PropertiesOf(kind))
            property.SetValue(happened, Value(property, property.PropertyType));
        return happened;
    }

    /// <summary>Two events, property by property; JSON by what it says, and errors without their exceptions, which are not kept.</summary>
    public static void AssertSame(PlanEvent expected, PlanEvent actual)
    {
        Assert.Equal(expected.GetType(), actual.GetType());
        foreach (var property in PropertiesOf(expected.GetType()))
            Assert.Equal(Comparable(property.GetValue(expected)), Comparable(property.GetValue(actual)));
    }

    /// <summary>Whether they tell the same.</summary>
    public static bool AreSame(PlanEvent one, PlanEvent other) => one.GetType() == other.GetType()
        && PropertiesOf(one.GetType()).All(property => Equals(Comparable(property.GetValue(one)), Comparable(property.GetValue(other))));

    private static object? Comparable(object? value) => value switch
    {
        // Where it has half of a surrogate pair it is as it was spelled, but for ends of lines.
        JsonElement json => JsonValues.TextOf(json).Replace('\n', ' '),
        StepError error => error with { Exception = null },
        DateTimeOffset time => (time.Ticks, time.Offset),
        _ => value,
    };

    private object? Value(PropertyInfo property, Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return _random.Next(3) == 0 ? null : Value(property, underlying);
        if (type == typeof(string) || type == typeof(StepError))
        {
            var isNullable = new NullabilityInfoContext().Create(property).ReadState is NullabilityState.Nullable;
            if (isNullable && _random.Next(3) == 0)
                return null;
        }

        return type switch
        {
            _ when type == typeof(string) => Text(),
            _ when type == typeof(bool) => _random.Next(2) == 0,
            _ when type == typeof(int) => _random.Next(4) == 0 ? int.MaxValue : _random.Next(),
            _ when type == typeof(long) => _random.Next(4) == 0 ? long.MaxValue : _random.NextInt64(),
            _ when type == typeof(double) => Fraction(),
            _ when type == typeof(TimeSpan) => new TimeSpan(_random.Next(8) switch { 0 => long.MaxValue, 1 => long.MinValue, 2 => -10_000, var bits => _random.NextInt64() >> (bits * 6) }),
            _ when type == typeof(DateTimeOffset) => new DateTimeOffset(_random.NextInt64(DateTimeOffset.MaxValue.Ticks), TimeSpan.Zero),
            _ when type == typeof(JsonElement) => JsonElement.Parse(Json(depth: 0)),
            _ when type == typeof(StepError) => new StepError(AnyOf<FailureKind>(), Text(), _random.Next(2) == 0 ? new FormatException() : null) { StepId = _random.Next(2) == 0 ? null : Text() },
            { IsEnum: true } => Enum.GetValues(type).GetValue(_random.Next(Enum.GetValues(type).Length)),
            _ => throw new NotSupportedException($"{property.DeclaringType}.{property.Name} is a {type}, and this test cannot make one: teach it."),
        };
    }

    private T AnyOf<T>() where T : struct, Enum => Enum.GetValues<T>()[_random.Next(Enum.GetValues<T>().Length)];

    private double Fraction() => _random.Next(6) switch { 0 => 0, 1 => 1, 2 => double.NaN, 3 => double.PositiveInfinity, _ => _random.NextDouble() };

    private string Text() => string.Concat(Enumerable.Range(0, _random.Next(12)).Select(_ => _random.Next(10) == 0 ? "\U0001f600" : Letters[_random.Next(Letters.Length)].ToString()));

    private string Json(int depth) => _random.Next(depth > 3 ? 5 : 7) switch
    {
        0 => "null",
        1 => _random.Next(2) == 0 ? "true" : "false",
        2 => "-12345678901234567890.5e-7",
        3 => JsonSerializer.Serialize(Text()),
        4 => "\"\\ud83d\"",
        5 => $"[ {string.Join(",\n", Enumerable.Range(0, _random.Next(3)).Select(_ => Json(depth + 1)))} ]",
        _ => $"{{{string.Join(", ", Enumerable.Range(0, _random.Next(3)).Select(n => $"{JsonSerializer.Serialize(Text() + n)}: {Json(depth + 1)}"))}}}",
    };
}
