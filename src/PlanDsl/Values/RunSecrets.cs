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
        .SelectMany(SpellingsOf)
        .Where(static text => text.Length > 0)
        .Distinct(StringComparer.Ordinal)
        .OrderByDescending(static text => text.Length)];

    /// <summary>No values.</summary>
    public static RunSecrets None { get; } = new([]);

    /// <summary>The values of a plan's secret inputs, and those of the run around it.</summary>
    public static RunSecrets Of(PlanModel plan, IReadOnlyDictionary<string, JsonElement> inputs, RunSecrets outer)
    {
        if (!plan.Inputs.Any(static input => input.IsSecret))
            return outer;
        var own = plan.Inputs.Where(static input => input.IsSecret).Select(input => inputs.GetValueOrDefault(input.Name)).SelectMany(TextsOf);
        return new([.. outer._values, .. own]);
    }

    /// <summary>Whether a message of a failure tells one of them.</summary>
    public bool AreIn(Exception failure)
    {
        if (_values.Length == 0)
            return false;
        return IsIn(failure.Message)
            || (failure is ExitCodeException exited && (IsIn(exited.Stdout) || IsIn(exited.Stderr)))
            || (failure is AggregateException all ? all.InnerExceptions.Any(AreIn) : failure.InnerException is { } inner && AreIn(inner));
    }

    /// <summary>A failure of the same kind that tells none of them.</summary>
    public Exception Masked(Exception failure) => failure switch
    {
        ExitCodeException exited => Masked(exited),
        NotFoundException => new NotFoundException(Masked(failure.Message)),
        BindingException => new BindingException(Masked(failure.Message)),
        LimitException => new LimitException(Masked(failure.Message)),
        _ => new MaskedException(Masked(failure.Message)),
    };

    /// <summary>What a failed command has said, without them.</summary>
    public ExitCodeException Masked(ExitCodeException failure) =>
        new(Masked(failure.Command), new(failure.ExitCode, Masked(failure.Stdout), Masked(failure.Stderr), Json: null));

    private bool IsIn(string text) => Array.Exists(_values, value => text.Contains(value, StringComparison.Ordinal));

    private string Masked(string text)
    {
        foreach (var value in _values)
            text = text.Replace(value, Mask, StringComparison.Ordinal);
        return text;
    }

    // What prints a value may leave out the space around it, or print it as JSON.
    private static IEnumerable<string> SpellingsOf(string text) => [text, text.Trim(), JsonValues.TextOf(JsonValues.Of(text))[1..^1]];

    // True, false and null tell nothing.
    private static IEnumerable<string> TextsOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => [JsonValues.StringOf(value)],
        JsonValueKind.Number => [value.GetRawText()],
        JsonValueKind.Array => value.EnumerateArray().SelectMany(TextsOf),
        JsonValueKind.Object => value.EnumerateObject().SelectMany(static member => TextsOf(member.Value)),
        _ => [],
    };
}
