namespace PlanDsl.Model;

/// <summary>The ids of the steps of a plan file and of their children, as far as they are written or follow from the place of a child, before the steps are read.</summary>
internal sealed class StepIds
{
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private BoundedNearest? _nearest;

    /// <param name="steps">The steps; <see langword="null"/> where there are none.</param>
    public StepIds(JsonNode? steps)
    {
        if (steps is { Kind: JsonKind.Array } list)
            Add(list, group: null);
    }

    /// <summary>Whether a step has this id.</summary>
    public bool Contains(string id) => _ids.Contains(id);

    /// <summary>The id that was probably meant; <see langword="null"/> if none is near.</summary>
    public string? NearestTo(string id) => (_nearest ??= new(_ids)).To(id);

    private void Add(JsonNode steps, string? group)
    {
        var number = 0;
        foreach (var step in steps.Items)
        {
            var place = number++;
            if (step.Kind is not JsonKind.Object)
                continue;
            var id = step.Find("id") is { Kind: JsonKind.String } written ? written.Value
                : group is null ? null
                : StepPath.ChildOf(group, place);
            if (id is not null)
                _ids.Add(id);
            if (group is null && id is not null && step.Find("parallel") is { Kind: JsonKind.Object } parallel && parallel.Find("steps") is { Kind: JsonKind.Array } children)
                Add(children, id);
        }
    }
}
