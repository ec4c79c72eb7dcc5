using PlanDsl.Model;

namespace PlanDsl;

/// <content>Finding what there is in a run by the paths that events and outcomes give it.</content>
internal abstract partial class Coordinator
{
    /// <summary>Finds what has a path, as it is seen from this run.</summary>
    /// <exception cref="ArgumentException">There is no such thing by now.</exception>
    private Place At(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        lock (_gate)
        {
            var member = _plan.Groups is null ? -1 : Enumerable.Range(0, _plan.StepCount).FirstOrDefault(step => _plan.StepIds[step] == path, -1);
            return Find(member >= 0 ? _steps.PathOf(member) : Within(path)) ?? throw NoSuch(path);
        }
    }

    private string Within(string path) => _parent is null ? path : $"{_parent.StepPath}/{path}";

    private Place? Find(string path)
    {
        var step = _steps.Find(path);
        return step < 0 ? null : FindAt(new(this, _steps, step, _plan.Has(step, StepTraits.Governed) ? _governed![step] : null), path);
    }

    private Place? FindAt(Place place, string path)
    {
        if (place.Steps.PathOf(place.Entry) == path)
            return place;
        if (place.Steps.PartsOf(place.Entry) is not { } parts)
            return null;
        if (_root._governed!.Nested.Find(run => run._steps == parts) is { } nested)
            return nested.Find(path);
        var part = parts.Find(path);
        return part < 0 ? null : FindAt(new(this, parts, part, place.Unit?.Parts?.UnderwayAt(part)), path);
    }

    private ArgumentException NoSuch(string path)
    {
        // What bears a number is not misspelt there.
        var name = path.IndexOfAny(['[', '#']) is > 0 and var end ? path[..end] : path;
        var runs = (_root._governed?.Nested ?? []).Append(_root);
        var known = runs.SelectMany(static run => Enumerable.Range(0, run._plan.StepCount).Select(run._steps.PathOf)).Concat(_plan.StepIds);
        var nearest = new Nearest(known).To(name) is { } near ? $"; did you mean '{near}{path[name.Length..]}'?" : ".";
        return new($"Plan '{_plan.PlanId}' has no step '{path}'{(name.Length < path.Length || path.Contains('/', StringComparison.Ordinal) ? " by now" : "")}{nearest}", nameof(path));
    }
}
