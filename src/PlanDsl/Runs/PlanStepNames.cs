namespace PlanDsl;

/// <summary>The names of a plan's steps. A member of a group stands below the group.</summary>
/// <param name="plan">The plan.</param>
/// <param name="parent">The path of the step that runs the plan; <see langword="null"/> for a run of its own.</param>
internal sealed class PlanStepNames(PlanTable plan, string? parent = null) : StepNames
{
    public override int[]? Order => plan.Membership?.Order;

    public override string IdOf(int entry) => plan.StepIds[entry];

    public override string PathOf(int entry) => ParentOf(entry) is { } above ? $"{above}/{IdOf(entry)}" : IdOf(entry);

    public override string? ParentOf(int entry) => plan.Groups?[entry] is { } group and >= 0 ? PathOf(group) : parent;

    public override int Find(string path, int count)
    {
        var (found, length) = (-1, -1);
        for (var entry = 0; entry < count; entry++)
        {
            var own = PathOf(entry);
            if (own == path)
                return entry;

            // Ids that nobody chose may look like paths, so that the longest decides.
            if (own.Length > length && LiesWithin(path, own))
                (found, length) = (entry, own.Length);
        }

        return found;
    }

    public override ReadOnlySpan<int> MembersOf(int entry) => plan.Membership is { } groups ? groups.MembersOf(entry) : [];
}
