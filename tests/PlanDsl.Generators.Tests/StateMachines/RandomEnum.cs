using System.Globalization;

namespace PlanDsl.Generators.Tests;

/// <summary>An enum of random values, as they occur: from zero, from elsewhere, with gaps, up to the ends of its type.</summary>
internal sealed class RandomEnum
{
    private static readonly (string Keyword, Int128 Min, Int128 Max)[] UnderlyingTypes =
    [
        ("byte", byte.MinValue, byte.MaxValue), ("sbyte", sbyte.MinValue, sbyte.MaxValue),
        ("short", short.MinValue, short.MaxValue), ("ushort", ushort.MinValue, ushort.MaxValue),
        ("int", int.MinValue, int.MaxValue), ("uint", uint.MinValue, uint.MaxValue),
        ("long", long.MinValue, long.MaxValue), ("ulong", ulong.MinValue, ulong.MaxValue),
    ];

    public RandomEnum(Random random, string name, int count)
    {
        Name = name;
        var candidates = UnderlyingTypes.Where(type => type.Max - type.Min >= count).ToArray();
        (Keyword, Min, Max) = candidates[random.Next(candidates.Length)];
        Values = random.Next(3) switch
        {
            0 => From(0, count),
            1 => From(Clamp(random.Next(-9, 9), count), count),
            _ => Scattered(random, count),
        };
        random.Shuffle(Values);
    }

    public string Name { get; }

    /// <summary>The values in declaration order; the member of one is called after its position: <c>M0</c>, <c>M1</c>, ….</summary>
    public Int128[] Values { get; }

    /// <summary>Values that are not defined but near to some that are, or to the ends of the type.</summary>
    public IEnumerable<Int128> Undefined =>
        new[] { 0, Min, Max }
            .Concat(Values.SelectMany(static value => new[] { value - 1, value + 1, value + 256, value + (Int128)uint.MaxValue + 1 }))
            .Where(value => value >= Min && value <= Max)
            .Except(Values)
            .Distinct();

    private string Keyword { get; }

    private Int128 Min { get; }

    private Int128 Max { get; }

    public string Declare() =>
        $"public enum {Name} : {Keyword} {{ {string.Join(", ", Values.Select((value, i) => $"M{i} = {value.ToString(CultureInfo.InvariantCulture)}"))} }}";

    private Int128 Clamp(Int128 first, int count) => Int128.Clamp(first, Min, Max - count);

    private static Int128[] From(Int128 first, int count) => [.. Enumerable.Range(0, count).Select(i => first + i)];

    private Int128[] Scattered(Random random, int count)
    {
        var values = new HashSet<Int128> { Min };
        if (count > 1)
            values.Add(Max);
        while (values.Count < count)
            values.Add(Min + (Int128)(random.NextDouble() * (double)(Max - Min)));
        return [.. values.Take(count)];
    }
}
