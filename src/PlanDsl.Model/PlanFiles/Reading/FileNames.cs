namespace PlanDsl.Model;

/// <summary>What the name of a plan file says.</summary>
internal static class FileNames
{
    /// <summary>The id of a plan that names none: the file's name without what follows it.</summary>
    public static string PlanIdFrom(string path)
    {
        var name = path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
        foreach (var ending in new[] { ".plan.json", ".json" })
        {
            if (name.EndsWith(ending, StringComparison.OrdinalIgnoreCase) && name.Length > ending.Length)
                return name.Substring(0, name.Length - ending.Length);
        }

        return name;
    }
}
