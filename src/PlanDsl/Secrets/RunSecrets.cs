using System.Text.Json;
using PlanDsl.Model;

namespace PlanDsl;

/// <summary>The values of a run that nobody is to be told: its own, and those of the run around it. Thread-safe.</summary>
/// <remarks>Nobody looks at the values before something has failed. Two threads that are the first to do so make the same of them.</remarks>
internal sealed partial class RunSecrets(Func<IEnumerable<(string Name, JsonElement Value)>> own, RunSecrets? outer)
{
    private const string Mask = "***";

    // In all spellings, with what stands for each.
    private SecretSpelling[] Spellings => field ??= [.. own()
        .SelectMany(static secret => SecretSpelling.Of(secret.Name, secret.Value))
        .Concat(outer?.Spellings ?? [])];

    // The longest first, since one may be a part of another.
    private SecretSpelling[] Distinct => field ??= [.. Spellings
        .Where(static spelling => spelling.Text.Length > 0)
        .DistinctBy(static spelling => spelling.Text, StringComparer.Ordinal)
        .OrderByDescending(static spelling => spelling.Text.Length)];

    private string[] Values => field ??= Array.ConvertAll(Distinct, static spelling => spelling.Text);

    /// <summary>The values as bytes, the longest first.</summary>
    public byte[][] Bytes => field ??= [.. Values.Select(System.Text.Encoding.UTF8.GetBytes).OrderByDescending(static bytes => bytes.Length)];

    /// <summary>Those of the run of a program; <see langword="null"/> for none.</summary>
    /// <param name="program">The program.</param>
    /// <param name="options">How it is run.</param>
    public static RunSecrets? Of<TProgram>(TProgram program, PlanOptions? options)
        where TProgram : struct, IPlanProgram
    {
        var outer = OfOuter(options);
        var plan = program.Table;
        if (program is ISecretProgram secret)
            return Of(secret, plan, outer);
        return plan.HasSecretsWithin ? new(plan.SecretsWithin, outer) : outer;
    }

    /// <summary>Those of the run of a plan file with these inputs; <see langword="null"/> for none.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="inputs">What the run was given.</param>
    /// <param name="options">How the plan is run.</param>
    public static RunSecrets? Of(PlanCode plan, IReadOnlyDictionary<string, JsonElement> inputs, PlanOptions? options) =>
        plan.Secrets.Length == 0 && plan.SecretsWithin.Length == 0 ? OfOuter(options) : Of(plan, inputs, OfOuter(options));

    /// <summary>Whether a failure tells one of them, and is none that was asked for.</summary>
    public bool AreIn(Exception failure, CancellationToken cancellationToken) =>
        !(failure is OperationCanceledException && cancellationToken.IsCancellationRequested) && AreIn(failure);

    /// <summary>Whether a message of a failure tells one of them.</summary>
    public bool AreIn(Exception failure) =>
        IsIn(failure.Message)
        || (failure is ExitCodeException exited && (IsInTail(exited.Stdout, exited.IsStdoutCut) || IsInTail(exited.Stderr, exited.IsStderrCut)))
        || (failure is AggregateException all ? all.InnerExceptions.Any(AreIn) : failure.InnerException is { } inner && AreIn(inner));

    /// <summary>A text that tells none of them.</summary>
    public string Masked(string text)
    {
        foreach (var value in Values)
            text = text.Replace(value, Mask, StringComparison.Ordinal);
        return text;
    }

    /// <summary>A failure of the same kind that tells none of them.</summary>
    public Exception Masked(Exception failure) => failure switch
    {
        ExitCodeException exited => new ExitCodeException(Masked(exited.Command), new(exited.ExitCode, MaskedTail(exited.Stdout, exited.IsStdoutCut), MaskedTail(exited.Stderr, exited.IsStderrCut), Json: null)),
        NotFoundException => new NotFoundException(Masked(failure.Message)),
        BindingException => new BindingException(Masked(failure.Message)),
        LimitException => new LimitException(Masked(failure.Message)),
        _ => new MaskedException(Masked(failure.Message), failure),
    };

    /// <summary>JSON of which a person may see what is left of it.</summary>
    public JsonElement Shown(JsonElement value)
    {
        var text = JsonValues.TextOf(value);
        return IsIn(text) ? Shown(Masked(text)) : value;
    }

    /// <summary>Whether a text tells one of them.</summary>
    public bool IsIn(string text) => Array.Exists(Values, value => text.Contains(value, StringComparison.Ordinal));

    // Where a number stood the mask leaves no JSON.
    private static JsonElement Shown(string text)
    {
        try
        {
            return JsonElement.Parse(text);
        }
        catch (JsonException)
        {
            return JsonValues.Of(text);
        }
    }

    // By themselves, so that a run without secrets makes nothing of what these hold.
    private static RunSecrets Of(ISecretProgram program, PlanTable plan, RunSecrets? outer) =>
        new(() => program.GetSecrets().Select((value, number) => (FormattableString.Invariant($"{plan.PlanId}.{number}"), value)).Concat(plan.SecretsWithin()), outer);

    private static RunSecrets Of(PlanCode plan, IReadOnlyDictionary<string, JsonElement> inputs, RunSecrets? outer) => new(
        () => plan.Secrets.Select(name => ($"{plan.Model.Id}.{name}", inputs.GetValueOrDefault(name)))
            .Concat(plan.SecretsWithin.Select(static secret => ($"{secret.PlanId}.{secret.Input.Name}", ValueOf(secret.PlanId, secret.Input)))),
        outer);

    // One that is missing is missed when its plan runs.
    private static JsonElement ValueOf(string planId, InputModel input)
    {
        try
        {
            return new InputValues(planId, input).Of(given: null);
        }
        catch (ArgumentException)
        {
            return default;
        }
    }

    private static RunSecrets? OfOuter(PlanOptions? options) => options?.Parent?.Run.Secrets;
}
