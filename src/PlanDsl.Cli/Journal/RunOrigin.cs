using System.Text.Json;

namespace PlanDsl.Cli;

/// <summary>What the tool has to know of a run to go on with it: recorded when it is started, and each time that it is gone on with.</summary>
/// <param name="Plan">The plan file, by its full path.</param>
/// <param name="Directory">The directory in which the tool was called, where commands run.</param>
internal sealed record RunOrigin(string Plan, string Directory)
{
    /// <summary>What stood in the files of the plan and of those that it runs, in a few letters each, by their names.</summary>
    public IReadOnlyDictionary<string, string> Files { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The secret inputs that were given by hand, which have to be given again.</summary>
    public IReadOnlyList<string> Secrets { get; init; } = [];

    /// <summary>How many steps may run at once; <see langword="null"/> for what the plan says.</summary>
    public int? MaxParallel { get; init; }

    /// <summary>How long the run may take; <see langword="null"/> for what the plan says.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>The command that agents are; <see langword="null"/> for none, or one that holds a secret.</summary>
    public string? AgentCommand { get; init; }

    /// <summary>Whether there was such a command that holds a secret, and is not recorded for that.</summary>
    public bool IsAgentCommandSecret { get; init; }

    /// <summary>What is recorded of a run that the tool has started; <see langword="null"/> for one of another program.</summary>
    public static RunOrigin? Of(RunCreatedEvent created) => Of(created.Origin);

    /// <summary>The same of a run as it was gone on with last.</summary>
    /// <param name="events">What is recorded of it.</param>
    public static RunOrigin? Of(IEnumerable<PlanEvent> events)
    {
        JsonElement? origin = null;
        foreach (var happened in events)
            origin = (happened as RunCreatedEvent)?.Origin ?? (happened as RunResumedEvent)?.Origin ?? origin;
        return Of(origin);
    }

    /// <summary>The same as it is recorded; <see langword="null"/> for nothing of that.</summary>
    public static RunOrigin? Of(JsonElement? origin)
    {
        if (origin is not { ValueKind: JsonValueKind.Object } json || !json.TryGetProperty("plan", out var plan) || !json.TryGetProperty("directory", out var directory))
            return null;
        return new(plan.GetString()!, directory.GetString()!)
        {
            Files = json.TryGetProperty("files", out var files) ? files.EnumerateObject().ToDictionary(static file => file.Name, static file => file.Value.GetString()!, StringComparer.Ordinal) : new(StringComparer.Ordinal),
            Secrets = json.TryGetProperty("secrets", out var secrets) ? [.. secrets.EnumerateArray().Select(static name => name.GetString()!)] : [],
            MaxParallel = json.TryGetProperty("max_parallel", out var maxParallel) ? maxParallel.GetInt32() : null,
            Timeout = json.TryGetProperty("timeout_sec", out var timeout) ? TimeSpan.FromSeconds(timeout.GetDouble()) : null,
            AgentCommand = json.TryGetProperty("agent_command", out var agents) ? agents.GetString() : null,
            IsAgentCommandSecret = json.TryGetProperty("agent_command", out var hidden) && hidden.ValueKind is JsonValueKind.Null,
        };
    }

    /// <summary>The same with a command that agents are, unless that holds a secret: then with nothing but that it does.</summary>
    public RunOrigin With(string? agentCommand, RunSecrets? secrets) => agentCommand is not null && secrets is not null && secrets.IsIn(agentCommand)
        ? this with { AgentCommand = null, IsAgentCommandSecret = true }
        : this with { AgentCommand = agentCommand, IsAgentCommandSecret = false };

    /// <summary>The same as it is recorded.</summary>
    public JsonElement ToJson() => JsonValues.Write(this, static (json, origin) => origin.Write(json));

    private void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("plan", Plan);
        json.WriteString("directory", Directory);
        json.WriteStartObject("files");
        foreach (var (path, hash) in Files)
            json.WriteString(path, hash);
        json.WriteEndObject();
        if (Secrets.Count > 0)
        {
            json.WriteStartArray("secrets");
            foreach (var name in Secrets)
                json.WriteStringValue(name);
            json.WriteEndArray();
        }

        if (MaxParallel is { } maxParallel)
            json.WriteNumber("max_parallel", maxParallel);
        if (Timeout is { } timeout)
            json.WriteNumber("timeout_sec", timeout.TotalSeconds);
        if (IsAgentCommandSecret)
            json.WriteNull("agent_command");
        else if (AgentCommand is not null)
            json.WriteString("agent_command", AgentCommand);
        json.WriteEndObject();
    }
}
