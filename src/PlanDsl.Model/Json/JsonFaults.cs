namespace PlanDsl.Model;

/// <summary>Collects what is wrong with a text. What follows directly from a fault is none of its own.</summary>
internal sealed class JsonFaults
{
    // Nobody reads more, and a file that is not JSON at all has one on each line.
    private const int Most = BoundedFindings.Most;

    private readonly List<JsonFault> _faults = [];
    private readonly int[] _counts = new int[2];
    private readonly JsonFault?[] _firstOmitted = new JsonFault?[2];
    private int _excused = -1;

    /// <summary>The faults in the order of the text.</summary>
    public IReadOnlyList<JsonFault> List => _faults.Count == 0 ? [] : [.. _faults.OrderBy(static fault => fault.Span.Start)];

    /// <summary>Of the faults that are not in the list the first, and how many there are: those of limits, and the others.</summary>
    public IReadOnlyList<(JsonFault First, int Count)> Omitted =>
        [.. _firstOmitted.Select((first, kind) => (First: first, Count: _counts[kind] - Most)).Where(static omitted => omitted.First is not null).Select(static omitted => (omitted.First!.Value, omitted.Count))];

    /// <summary>Adds a fault of a stretch of the text, found where it starts, unless it touches what was wrong before.</summary>
    public void Add(int start, int end, string message, bool isLimit = false) => AddFoundAt(start, start, end, message, isLimit);

    /// <summary>The same for one that shows later than where it is: at <paramref name="position"/>.</summary>
    public void AddFoundAt(int position, int start, int end, string message, bool isLimit = false)
    {
        var follows = position <= _excused;
        ExcuseUntil(Math.Max(position, end));
        if (follows)
            return;
        var kind = isLimit ? 1 : 0;
        var fault = new JsonFault(TextSpan.Between(start, end), message) { IsLimit = isLimit };
        if (_counts[kind]++ < Most)
            _faults.Add(fault);
        else
            _firstOmitted[kind] ??= fault;
    }

    /// <summary>Has what shows up to <paramref name="position"/> count as a consequence of the last fault.</summary>
    public void ExcuseUntil(int position) => _excused = Math.Max(_excused, position);
}
