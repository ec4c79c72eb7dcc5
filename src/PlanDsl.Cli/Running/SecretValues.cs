using System.Text.Json.Nodes;

namespace PlanDsl.Cli;

/// <summary>The secret inputs that a run is given on the command line or by the environment. Immutable.</summary>
/// <param name="values">The values by their names.</param>
internal sealed class SecretValues(IReadOnlyDictionary<string, string> values)
{
    /// <summary>None.</summary>
    public static SecretValues None { get; } = new(new Dictionary<string, string>(StringComparer.Ordinal));

    /// <summary>Their names.</summary>
    public IReadOnlyCollection<string> Names => [.. values.Keys];

    /// <summary>Those that were asked for.</summary>
    /// <param name="given">Each as <c>KEY=VALUE</c>.</param>
    /// <param name="variables">Names of environment variables, and of inputs.</param>
    /// <exception cref="UsageException">An environment variable is not set.</exception>
    public static SecretValues Of(IReadOnlyList<string> given, IReadOnlyList<string> variables)
    {
        if (given.Count == 0 && variables.Count == 0)
            return None;
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var secret in given)
        {
            var end = secret.IndexOf('=', StringComparison.Ordinal);
            values[secret[..end]] = secret[(end + 1)..];
        }

        foreach (var name in variables)
            values[name] = Environment.GetEnvironmentVariable(name) ?? throw new UsageException($"--secret-env {name}: the environment variable '{name}' is not set; set it, or give the value with --secret {name}=VALUE.");
        return new(values);
    }

    /// <summary>Whether there is one of this name.</summary>
    public bool Has(string name) => values.ContainsKey(name);

    /// <summary>Adds them to other inputs.</summary>
    public JsonObject AddTo(JsonObject inputs)
    {
        foreach (var (name, value) in values)
            inputs[name] = JsonValue.Create(value);
        return inputs;
    }
}
