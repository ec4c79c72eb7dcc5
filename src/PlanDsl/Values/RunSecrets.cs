using System.Text.Json;
using PlanDsl.Model;

namespace PlanDsl;

/// <summary>The values of a run that nobody is to be told. Immutable.</summary>
internal sealed class RunSecrets
{
    private const string Mask = "***";

    private readonly string[] _values;

    public RunSecrets(IEnumerable<string?> values) => _values = [.. values
        .OfType<string>()
        .Where(static text => text.Length > 0)
        .OrderByDescending(static text => text.Length)];

    /// <summary>The values of a plan's secret inputs.</summary>
    public static RunSecrets Of(PlanModel plan, IReadOnlyDictionary<string, JsonElement> inputs) => new(plan.Inputs
        .Where(static input => input.IsSecret)
        .Select(input => inputs.TryGetValue(input.Name, out var value) ? TextOf(value) : null));

    /// <summary>What a failed command has said, without them.</summary>
    public ExitCodeException Masked(ExitCodeException failure, string program) => _values.Length == 0 ? failure
        : new(Masked(program), new(failure.ExitCode, Masked(failure.Stdout), Masked(failure.Stderr), Json: null));

    private string Masked(string text)
    {
        foreach (var value in _values)
            text = text.Replace(value, Mask, StringComparison.Ordinal);
        return text;
    }

    private static string TextOf(JsonElement value) => value.ValueKind is JsonValueKind.String ? JsonValues.StringOf(value) : value.GetRawText();
}
