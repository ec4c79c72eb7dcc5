using System.Globalization;

namespace PlanDsl.Benchmarks;

/// <summary>What a process that was profiled says of itself.</summary>
/// <param name="Count">How many runs there were.</param>
/// <param name="Time">How long they took.</param>
/// <param name="Processor">For how long they kept processors busy.</param>
/// <param name="ProcessId">The process.</param>
internal sealed record Runs(int Count, TimeSpan Time, TimeSpan Processor, int ProcessId)
{
    private const char Separator = '\t';

    public string ToLine() => string.Join(Separator, Text(Count), Text(Time.Ticks), Text(Processor.Ticks), Text(ProcessId));

    public static Runs FromLine(string line)
    {
        var parts = Array.ConvertAll(line.Split(Separator), static part => long.Parse(part, CultureInfo.InvariantCulture));
        return new((int)parts[0], new(parts[1]), new(parts[2]), (int)parts[3]);
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
