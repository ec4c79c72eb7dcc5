namespace PlanDsl.Model;

/// <summary>Collects what is wrong with one text: as much as anybody may want to see. The rest is counted, so that no text makes more of it than memory
/// holds. Not thread-safe.</summary>
internal sealed class ExpressionFaults
{
    private const int Most = 1_000;

    private readonly List<ExpressionFault> _kept = [];

    /// <summary>How many there are.</summary>
    public int Count => _kept.Count + Omitted.Count;

    /// <summary>Those that are counted only.</summary>
    public OmittedFaults Omitted { get; private set; }

    /// <summary>Adds one.</summary>
    public void Add(ExpressionFault fault)
    {
        if (_kept.Count < Most)
            _kept.Add(fault);
        else
            Omit(new(1, fault));
    }

    /// <summary>Adds all that is wrong with a part of the text.</summary>
    public void AddAll(ParsedExpression part)
    {
        foreach (var fault in part.Faults)
            Add(fault);
        Omit(part.Omitted);
    }

    /// <summary>Those that are kept, in the order of the text.</summary>
    public EquatableArray<ExpressionFault> InOrder() => _kept.OrderBy(static fault => fault.Start).ToEquatableArray();

    private void Omit(OmittedFaults others)
    {
        if (others.Count > 0)
            Omitted = new(Omitted.Count + others.Count, Omitted.First ?? others.First);
    }
}
