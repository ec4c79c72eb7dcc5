namespace PlanDsl.Model;

/// <summary>Collects what is wrong with a text. What follows directly from a fault is none of its own.</summary>
internal sealed class JsonFaults
{
    // Nobody reads the thousandth, and a file that is not JSON at all has one on each line.
    private const int Most = 1000;

    private readonly List<JsonFault> _faults = [];
    private int _excused = -1;

    /// <summary>The faults in the order of the text.</summary>
    public IReadOnlyList<JsonFault> List => [.. _faults.OrderBy(static fault => fault.Span.Start)];

    /// <summary>Adds a fault of a stretch of the text, found where it starts, unless it touches what was wrong before.</summary>
    public void Add(int start, int end, string message, bool isLimit = false) => AddFoundAt(start, start, end, message, isLimit);

    /// <summary>The same for one that shows later than where it is: at <paramref name="position"/>.</summary>
    public void AddFoundAt(int position, int start, int end, string message, bool isLimit = false)
    {
        var follows = position <= _excused;
        ExcuseUntil(Math.Max(position, end));
        if (!follows && _faults.Count < Most)
            _faults.Add(new(TextSpan.Between(start, end), message) { IsLimit = isLimit });
    }

    /// <summary>Has what shows up to <paramref name="position"/> count as a consequence of the last fault.</summary>
    public void ExcuseUntil(int position) => _excused = Math.Max(_excused, position);
}
