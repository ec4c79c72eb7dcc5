namespace PlanDsl;

/// <summary>How fast one thread gets on with a plan, as somebody sees it who looks every now and then: whether that is so slow that other
/// threads are worth what it costs to agree with them.</summary>
/// <param name="place">The place in the order as it is now.</param>
/// <param name="now">The time by the system's clock, as a timestamp.</param>
internal struct SerialPace(int place, long now)
{
    // Several times what it takes two threads to agree on who does which.
    private const double WorthwhileNanoseconds = 500;

    private static readonly double TicksPerStep = WorthwhileNanoseconds * TimeProvider.System.TimestampFrequency / 1_000_000_000;

    private int _place = place;
    private long _now = now;
    private bool _wasSlow;

    /// <summary>Looks at it again. Whether it has been slow twice running: once may be an interruption, and no fault of the steps.</summary>
    /// <param name="place">The place in the order as it is now.</param>
    /// <param name="now">The time now.</param>
    public bool IsSlow(int place, long now)
    {
        var (before, isSlow) = (_wasSlow, now - _now > (place - _place) * TicksPerStep);
        (_place, _now, _wasSlow) = (place, now, isSlow);
        return before && isSlow;
    }
}
