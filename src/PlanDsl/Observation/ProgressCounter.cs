namespace PlanDsl;

/// <summary>Counts how far one run has come by its events.</summary>
internal sealed class ProgressCounter
{
    // What each step of the plan itself has come to; and for groups, how many members there are.
    private readonly Dictionary<string, double> _parts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _members = new(StringComparer.Ordinal);
    private double _sum;
    private double _reached;

    public ProgressCounter(PlanTable plan)
    {
        for (var step = 0; step < plan.StepCount; step++)
        {
            if (plan.Groups?[step] is { } group and >= 0)
                _members[plan.StepIds[group]] = _members.GetValueOrDefault(plan.StepIds[group]) + 1;
            else
                _parts.Add(plan.StepIds[step], 0);
        }
    }

    public double Advance(PlanEvent happened)
    {
        if (happened is StepEvent step)
            Advance(step);

        // Where parts do not add up to the last digit, the end is the end all the same.
        _reached = happened is RunCompletedEvent ? 1 : Math.Max(_reached, Math.Min(1, _sum / _parts.Count));
        return _reached;
    }

    private void Advance(StepEvent happened)
    {
        var hasEnded = EventStatus.AfterEnd(happened) is not null;
        if (happened.Parent is { } parent)
        {
            if (hasEnded && _members.TryGetValue(parent, out var members))
                Raise(parent, _parts[parent] + (1.0 / members));
        }
        else if (hasEnded)
        {
            Raise(happened.StepPath, 1);
        }
        else if (happened is StepProgressEvent progress)
        {
            Raise(happened.StepPath, progress.Fraction);
        }
    }

    private void Raise(string step, double part)
    {
        if (!_parts.TryGetValue(step, out var before) || part <= before)
            return;
        part = Math.Min(1, part);
        _sum += part - before;
        _parts[step] = part;
    }
}
