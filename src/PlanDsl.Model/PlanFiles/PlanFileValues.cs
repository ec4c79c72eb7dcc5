namespace PlanDsl.Model;

/// <summary>Finds values of a plan file by the way that leads to them.</summary>
internal static class PlanFileValues
{
    /// <summary>The value, or the name of the property, at the end of a way; the last on the way where it leads nowhere.</summary>
    /// <param name="root">The plan.</param>
    /// <param name="step">The step in which the way begins; <see langword="null"/> for what the plan says of all steps.</param>
    /// <param name="role">What the step says it for.</param>
    /// <param name="way">The properties and elements.</param>
    /// <param name="isName">Whether the name of the last property is meant.</param>
    public static JsonNode At(JsonNode root, JsonNode? step, MethodRole role, EquatableArray<PathSegment> way, bool isName)
    {
        var node = step is not { } found ? root.Find("globals") ?? root
            : role is MethodRole.Fallback or MethodRole.Compensate ? found.Find(role.Property()) ?? found
            : found;
        for (var i = 0; i < way.Count; i++)
        {
            if (isName && i == way.Count - 1 && way[i].Name is { } last)
                return node.FindName(last) ?? node;
            if ((way[i].Name is { } name ? node.Find(name) : node.ItemAt(way[i].Index)) is { } next)
                node = next;

            // An agent that is a child may be written without an object around it.
            else if (way[i].Name is not "agent")
                return node;
        }

        return node;
    }
}
