using System.Text.Json;

namespace PlanDsl.Cli;

/// <summary>What is left of values when the secrets of a run are taken out.</summary>
internal sealed class RunMask
{
    private readonly List<RunSecrets> _secrets;

    private RunMask(List<RunSecrets> secrets) => _secrets = secrets;

    /// <summary>Leaves everything as it is.</summary>
    public static RunMask None { get; } = new([]);

    /// <summary>The secrets of a run, and of those that were part of it.</summary>
    public static RunMask Of(RunSecrets? secrets, PartResults parts)
    {
        var all = parts.Secrets.ToList();
        if (secrets is not null)
            all.Add(secrets);
        return all.Count == 0 ? None : new(all);
    }

    /// <summary>A value as it may be told.</summary>
    public JsonElement Of(JsonElement value)
    {
        foreach (var secrets in _secrets)
            value = secrets.Shown(value);
        return value;
    }
}
