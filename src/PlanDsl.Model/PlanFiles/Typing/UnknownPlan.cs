namespace PlanDsl.Model;

/// <summary>PLAN0506 of a step of a plan file that runs a plan which there is not: the same whether the file is compiled or not. A step names a plan by its
/// <c>plan_id</c>, and the file of that plan is called after it.</summary>
public static class UnknownPlan
{
    private const string Ending = ".plan.json";

    /// <summary>The name of the file in which a plan is looked for.</summary>
    /// <param name="planId">The plan's id.</param>
    public static string FileNameOf(string planId) => planId + Ending;

    /// <summary>Whether a plan is looked for in a file of this name.</summary>
    /// <param name="planId">The plan's id.</param>
    /// <param name="fileName">The name of the file, without its directory; capitals make no difference.</param>
    public static bool IsFileOf(string planId, string fileName) => string.Equals(fileName, FileNameOf(planId), StringComparison.OrdinalIgnoreCase);

    /// <summary>What is wrong, and the <c>plan_id</c> that was probably meant.</summary>
    /// <param name="place">Where the step names it.</param>
    /// <param name="step">The step's id.</param>
    /// <param name="name">What it names.</param>
    /// <param name="idIn">The <c>plan_id</c> in the file of a name; <see langword="null"/> where there is no such file.</param>
    /// <param name="nearest">The <c>plan_id</c> of a plan that there is and that was probably meant by a name; <see langword="null"/> if there is none.</param>
    public static Finding Of(Anchor place, string step, string name, Func<string, string?> idIn, Func<string, string?> nearest)
    {
        if (name is null)
            throw new ArgumentNullException(nameof(name));
        if (idIn is null)
            throw new ArgumentNullException(nameof(idIn));
        if (nearest is null)
            throw new ArgumentNullException(nameof(nearest));
        var (fault, remedy, meant) = name.Length == 0 ? ("that name is empty", "write the plan_id of the plan that it is to run", null)
            : IsFile(name) ? OfFile(name, FileNames.PlanIdFrom(name), idIn) : OfId(name, idIn, nearest);
        return new(RuleIds.StepBodyNotFound, place, [step, $"runs plan '{name}', and {fault}", remedy]) { Suggestion = meant };
    }

    private static (string Fault, string Remedy, string? Meant) OfId(string name, Func<string, string?> idIn, Func<string, string?> nearest)
    {
        var file = FileNameOf(name);
        if (idIn(file) is { } other && other != name)
            return ($"the plan_id in '{file}' is '{other}'", $"give that file the plan_id '{name}', or name the plan '{other}' and its file '{FileNameOf(other)}'", null);
        var meant = nearest(name);
        return ("there is no plan with that plan_id",
            meant is null ? $"write '{file}' beside this file (and into AdditionalFiles, to build it), or name a plan that there is" : $"did you mean '{meant}'?", meant);
    }

    private static (string Fault, string Remedy, string? Meant) OfFile(string name, string planId, Func<string, string?> idIn)
    {
        var found = idIn(FileNameOf(planId));
        var remedy = found is null ? $"write '{planId}', and '{FileNameOf(planId)}' beside this file"
            : found == planId ? $"write '{planId}'"
            : $"write '{found}', and name its file '{FileNameOf(found)}'";
        return ("a plan is named by its plan_id, not by its file", remedy, found);
    }

    private static bool IsFile(string name) => name.IndexOfAny(['/', '\\']) >= 0 || name.EndsWith(".json", StringComparison.OrdinalIgnoreCase);
}
