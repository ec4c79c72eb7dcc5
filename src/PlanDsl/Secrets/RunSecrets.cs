using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace PlanDsl;

/// <summary>The values of a run that nobody is to be told: its own, and those of the run around it. Thread-safe.</summary>
/// <remarks>Nobody looks at the values before something has failed. Two threads that are the first to do so make the same of them.</remarks>
internal sealed partial class RunSecrets(Func<IEnumerable<JsonElement>> own, RunSecrets? outer)
{
    private const string Mask = "***";
    private const string Hidden = "plandsl:hidden";

    // The longest first, since one may be a part of another.
    private string[] Values => field ??= [.. own()
        .SelectMany(TextsOf)
        .SelectMany(SpellingsOf)
        .Where(static text => text.Length > 0)
        .Concat(outer?.Values ?? [])
        .Distinct(StringComparer.Ordinal)
        .OrderByDescending(static text => text.Length)];

    /// <summary>Those of the run of a program; <see langword="null"/> for none.</summary>
    /// <param name="program">The program.</param>
    /// <param name="options">How it is run.</param>
    public static RunSecrets? Of<TProgram>(TProgram program, PlanOptions? options)
        where TProgram : struct, IPlanProgram
    {
        var outer = OfOuter(options);
        return program is ISecretProgram secret ? new(secret.GetSecrets, outer) : outer;
    }

    /// <summary>Those of the run of a plan with these inputs; <see langword="null"/> for none.</summary>
    /// <param name="names">The inputs that are secret.</param>
    /// <param name="inputs">What the run was given.</param>
    /// <param name="options">How the plan is run.</param>
    public static RunSecrets? Of(string[] names, IReadOnlyDictionary<string, JsonElement> inputs, PlanOptions? options) =>
        names.Length == 0 ? OfOuter(options) : Of(names, inputs, OfOuter(options));

    /// <summary>Whether a failure tells one of them, and is none that was asked for.</summary>
    public bool AreIn(Exception failure, CancellationToken cancellationToken) =>
        !(failure is OperationCanceledException && cancellationToken.IsCancellationRequested) && AreIn(failure);

    /// <summary>Whether a message of a failure tells one of them.</summary>
    public bool AreIn(Exception failure) =>
        IsIn(failure.Message)
        || (failure is ExitCodeException exited && (IsIn(exited.Stdout) || IsIn(exited.Stderr)))
        || (failure is AggregateException all ? all.InnerExceptions.Any(AreIn) : failure.InnerException is { } inner && AreIn(inner));

    /// <summary>A failure of the same kind that tells none of them.</summary>
    public Exception Masked(Exception failure) => failure switch
    {
        ExitCodeException exited => new ExitCodeException(Masked(exited.Command), new(exited.ExitCode, Masked(exited.Stdout), Masked(exited.Stderr), Json: null)),
        NotFoundException => new NotFoundException(Masked(failure.Message)),
        BindingException => new BindingException(Masked(failure.Message)),
        LimitException => new LimitException(Masked(failure.Message)),
        _ => new MaskedException(Masked(failure.Message), failure),
    };

    /// <summary>JSON that tells none of them, and of which <see cref="Reveal"/> makes what it was.</summary>
    /// <remarks>What stands for a value cannot stand in JSON that is told otherwise, and is put in and taken out in opposite orders, so that the
    /// one undoes the other even where a value is part of what stands for another.</remarks>
    public JsonElement Hide(JsonElement value)
    {
        var text = JsonValues.TextOf(value);
        if (!IsIn(text))
            return value;
        for (var i = 0; i < Values.Length; i++)
            text = text.Replace(Values[i], Place(i), StringComparison.Ordinal);
        return JsonValues.Of([KeyValuePair.Create(Hidden, JsonValues.Of(text))]);
    }

    /// <summary>What JSON was before it was hidden, with the values that the run has now; JSON that was not is left as it is.</summary>
    public JsonElement Reveal(JsonElement value)
    {
        if (value.ValueKind is not JsonValueKind.Object || !value.TryGetProperty(Hidden, out var hidden))
            return value;
        var text = JsonValues.StringOf(hidden);
        for (var i = Values.Length - 1; i >= 0; i--)
            text = text.Replace(Place(i), Values[i], StringComparison.Ordinal);
        return JsonElement.Parse(text);
    }

    // In characters that mean nothing in any text.
    private static string Place(int value) => FormattableString.Invariant($"\uE000{value}\uE001");

    private static RunSecrets Of(string[] names, IReadOnlyDictionary<string, JsonElement> inputs, RunSecrets? outer) =>
        new(() => names.Select(name => inputs.GetValueOrDefault(name)), outer);

    private static RunSecrets? OfOuter(PlanOptions? options) => options?.Parent?.Run.Secrets;

    private bool IsIn(string text) => Array.Exists(Values, value => text.Contains(value, StringComparison.Ordinal));

    private string Masked(string text)
    {
        foreach (var value in Values)
            text = text.Replace(value, Mask, StringComparison.Ordinal);
        return text;
    }

    // What prints a value may leave out the space around it, or print it as JSON, in which more or less is escaped.
    private static IEnumerable<string> SpellingsOf(string text)
    {
        var escaped = JavaScriptEncoder.Default.Encode(text);
        return [text, text.Trim(), JsonValues.TextOf(JsonValues.Of(text))[1..^1], escaped, Escape().Replace(escaped, static escape => escape.Value.ToLowerInvariant())];
    }

    [GeneratedRegex(@"\\u[0-9A-F]{4}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Escape();

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
