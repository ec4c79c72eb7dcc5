namespace RepoAudit;

/// <summary>The chain of dependent steps that took longest: only a change to one of these can make the run shorter.</summary>
public static class CriticalPath
{
    /// <summary>The ids along the path, in the order in which they ran.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyCollection<TimelineStep> steps)
    {
        var byId = steps.ToDictionary(step => step.Id, StringComparer.Ordinal);
        var lengths = new Dictionary<string, TimeSpan>(StringComparer.Ordinal);
        var path = new List<string>();
        for (var step = Longest(steps); step is not null; step = Longest(step.DependsOn.Select(id => byId[id])))
            path.Add(step.Id);

        path.Reverse();
        return path;

        TimelineStep? Longest(IEnumerable<TimelineStep> candidates) => candidates.MaxBy(LengthTo);

        TimeSpan LengthTo(TimelineStep step)
        {
            if (!lengths.TryGetValue(step.Id, out var length))
            {
                length = step.Duration + step.DependsOn.Select(id => LengthTo(byId[id])).DefaultIfEmpty().Max();
                lengths.Add(step.Id, length);
            }

            return length;
        }
    }
}
