namespace PlanDsl;

/// <content>What has begun, by where it stands in what is recorded of the plan. The steps of a plan that takes the place of a step have the paths of what the step itself consists of.</content>
internal sealed partial class RunRecord
{
    private readonly HashSet<string> _begun = new(StringComparer.Ordinal);

    /// <summary>Whether something is recorded of a step, by its id, or, for one of a sub-plan, by the ids that lead to it; or of what stands in for a step, or undoes one.</summary>
    public bool HasBegun(string stepId) => _begun.Any(place => LeadsTo(place, stepId) || LeadsTo(WholeOf(place), stepId));

    /// <summary>Whether what has become of a step of a sub-plan may depend on what it is now: not if it is one of a plan in the place of a step, and has not begun.</summary>
    public bool MayMatter(string stepId)
    {
        var role = stepId.LastIndexOf("/(", StringComparison.Ordinal);
        return role < 0 || HasBegun(stepId[..(stepId.IndexOf(')', role) + 1)]);
    }

    private void Note(StepRecord part, StepRecord whole)
    {
        whole.NotePart(part);
        var instead = whole.HasPartsOfFallback ? $"/{PlanShape.Fallback}" : "";
        part.Place = $"{whole.Place}{instead}{(part.Path.StartsWith(whole.Path, StringComparison.Ordinal) ? part.Path[whole.Path.Length..] : $"/{part.Path}")}";
        _begun.Add(whole.Place);
    }

    // Members of groups stand below these.
    private static bool LeadsTo(string place, string stepId) =>
        place.EndsWith(stepId, StringComparison.Ordinal) && (place.Length == stepId.Length || place[^(stepId.Length + 1)] == '/');

    // What an element or an iteration is one of.
    private static string WholeOf(string place) =>
        string.Join('/', place.Split('/').Select(static name => name.IndexOfAny(['[', '#']) is >= 0 and var end ? name[..end] : name));
}
