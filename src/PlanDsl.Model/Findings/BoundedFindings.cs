using System.Collections.ObjectModel;
using System.Globalization;

namespace PlanDsl.Model;

/// <summary>Collects what is wrong with a file whoever has written it: of each rule and severity as many findings as anybody may want to see. The others are
/// counted, and one finding tells of them; so no file makes more of them than memory holds, and none makes an error disappear. Not thread-safe.</summary>
internal sealed class BoundedFindings : Collection<Finding>
{
    /// <summary>How many of one rule and severity are kept.</summary>
    public const int Most = 1_000;

    private readonly Dictionary<(string Id, FindingSeverity Severity), (int Kept, long Omitted, Anchor First)> _counts = [];

    /// <summary>Says of a finding in which words it is kept, or by <see langword="null"/> that it is not; all are kept as they are where nothing says so.</summary>
    public Func<Finding, Finding?>? Filter { get; set; }

    /// <summary>All that are kept, with one more for each rule and severity of which there are others, where the first of these would be.</summary>
    public IEnumerable<Finding> All => this.Concat(_counts.Where(static count => count.Value.Omitted > 0).Select(static count => Summary(count.Key.Id, count.Key.Severity, count.Value.Omitted, count.Value.First)));

    /// <summary>The rules of which there are others than those that are kept.</summary>
    public IEnumerable<string> OmittedIds => _counts.Where(static count => count.Value.Omitted > 0).Select(static count => count.Key.Id);

    /// <summary>Adds what others have collected, with their counts.</summary>
    /// <param name="others">What has been collected.</param>
    /// <param name="except">Rules of which nothing is counted.</param>
    public void AddAll(BoundedFindings others, HashSet<string>? except = null)
    {
        foreach (var finding in others)
            Add(finding);
        foreach (var count in others._counts)
        {
            if (count.Value.Omitted > 0 && except?.Contains(count.Key.Id) is not true)
                Omit(count.Key.Id, count.Key.Severity, count.Value.First, count.Value.Omitted);
        }
    }

    /// <summary>Whether one more finding of a rule is kept that is as serious as the rule is by default. Where it is not, nothing needs to be found out for
    /// what it would say: it is enough to count it.</summary>
    /// <param name="id">The rule.</param>
    public bool Keeps(string id) => !_counts.TryGetValue((id, RuleBook.Get(id).Severity), out var known) || known.Kept < Most;

    /// <summary>Counts findings that are as serious as their rule is by default, without keeping them.</summary>
    /// <param name="id">Their rule.</param>
    /// <param name="first">Where the first of them would be.</param>
    /// <param name="count">How many there are.</param>
    public void Omit(string id, Anchor first, long count = 1) => Omit(id, RuleBook.Get(id).Severity, first, count);

    /// <summary>Counts findings without keeping them.</summary>
    /// <param name="id">Their rule.</param>
    /// <param name="severity">Their severity.</param>
    /// <param name="first">Where the first of them would be.</param>
    /// <param name="count">How many there are.</param>
    public void Omit(string id, FindingSeverity severity, Anchor first, long count)
    {
        _counts.TryGetValue((id, severity), out var known);
        _counts[(id, severity)] = (known.Kept, known.Omitted + count, known.Omitted > 0 ? known.First : first);
    }

    /// <inheritdoc/>
    protected override void InsertItem(int index, Finding item)
    {
        if (Filter is { } filter)
        {
            if (filter(item) is not { } kept)
                return;
            item = kept;
        }

        _counts.TryGetValue((item.Id, item.Severity), out var known);
        if (known.Kept == Most)
        {
            Omit(item.Id, item.Severity, item.Anchor, 1);
            return;
        }

        _counts[(item.Id, item.Severity)] = (known.Kept + 1, known.Omitted, known.First);
        base.InsertItem(index, item);
    }

    private static Finding Summary(string id, FindingSeverity severity, long count, Anchor first) =>
        new(RuleIds.OverLimit, first, [$"There {(count == 1 ? "is" : "are")} {count.ToString("N0", CultureInfo.InvariantCulture)} more finding{(count == 1 ? "" : "s")} of {id} in this file than the {Most.ToString("N0", CultureInfo.InvariantCulture)} that are shown; mend those first"]) { Severity = severity };
}
