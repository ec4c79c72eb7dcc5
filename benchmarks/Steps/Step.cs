using System.Runtime.CompilerServices;

namespace PlanDsl.Benchmarks;

/// <summary>The bodies that both sides of a comparison call.</summary>
internal static class Step
{
    // How many rounds of Spin take as long as a microsecond; found out before anything is measured.
    private static readonly double RoundsPerNanosecond = Calibrate();

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int NoOp(int value) => value + 1;

    public static async Task<int> YieldAsync(int value)
    {
        await Task.Yield();
        return NoOp(value);
    }

    /// <summary>The same for a step that takes a token.</summary>
    public static async Task<int> FetchAsync(int value, CancellationToken cancellationToken)
    {
        _ = cancellationToken;
        await Task.Yield();
        return NoOp(value);
    }

    /// <summary>Keeps a processor busy: a fixed amount of work, whatever else the machine does.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int Spin(int value, int nanoseconds) => Turn(value, (int)(nanoseconds * RoundsPerNanosecond));

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static int Turn(int value, int rounds)
    {
        var state = (uint)value | 1;
        for (var round = 0; round < rounds; round++)
        {
            state ^= state << 13;
            state ^= state >> 17;
            state ^= state << 5;
        }

        return (int)(state & 0xFF);
    }

    private static double Calibrate()
    {
        const int rounds = 100_000;
        var best = double.MaxValue;
        for (var attempt = 0; attempt < 200; attempt++)
        {
            var start = TimeProvider.System.GetTimestamp();
            _ = Turn(attempt, rounds);
            best = Math.Min(best, TimeProvider.System.GetElapsedTime(start).TotalNanoseconds);
        }

        return rounds / best;
    }
}
