namespace PlanDsl.Model;

/// <summary>Which schemas of plan files this version knows.</summary>
internal static class SchemaVersions
{
    /// <summary>The one version that there is.</summary>
    public const string Current = "v1";

    /// <summary>Why files of a schema cannot be read; <see langword="null"/> if they can. A schema that names no version is a
    /// copy of the current one.</summary>
    public static string? FaultOf(string schema)
    {
        foreach (var part in schema.Split('/', '.', '-', '_', '#', '?', '='))
        {
            if (part.Length > 1 && part[0] is 'v' or 'V' && part.Skip(1).All(static letter => letter is >= '0' and <= '9') && !part.Equals(Current, StringComparison.OrdinalIgnoreCase))
                return $"this version of PlanDsl reads {Current}; write that, or use a version that reads {part}";
        }

        return null;
    }
}
