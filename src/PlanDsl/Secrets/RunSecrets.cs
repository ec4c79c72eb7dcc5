using System.Collections;
using System.Text.Json;

namespace PlanDsl;

/// <summary>The values of a run that nobody is to be told: its own, and those of the run around it. Thread-safe.</summary>
/// <remarks>Nobody looks at the values before something has failed. Two threads that are the first to do so make the same of them.</remarks>
internal sealed partial class RunSecrets(Func<IEnumerable<(string Name, JsonElement Value)>> own, RunSecrets? outer)
{
    /// <summary>What is told in place of one.</summary>
    public const string Mask = "***";

    private (string Name, JsonElement Value)[] Values => field ??= [.. own().Where(static secret => secret.Value.ValueKind is not JsonValueKind.Undefined), .. outer?.Values ?? []];

    // Each once.
    private string[] Known => field ??= [.. Texts.Select(static text => text.Text).Where(static text => text.Length > 0).Distinct(StringComparer.Ordinal)];

    private SecretFinder<char> Finder => field ??= new([.. Known.Select(static text => text.ToCharArray())]);

    /// <summary>Finds them in bytes of UTF-8; <see langword="null"/> where there are none.</summary>
    public SecretFinder<byte>? InBytes => field ??= Known.Length == 0 ? null : new([.. Known.Select(System.Text.Encoding.UTF8.GetBytes)]);

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
        plan.Secrets.Length > 0 || plan.Table.HasSecretsWithin ? Of(plan, inputs, OfOuter(options)) : OfOuter(options);

    /// <summary>Whether a failure tells one of them, and is none that was asked for.</summary>
    public bool AreIn(Exception failure, CancellationToken cancellationToken) =>
        !(failure is OperationCanceledException && cancellationToken.IsCancellationRequested) && AreIn(failure);

    /// <summary>Whether a failure tells one of them: by its message, or by what a log or a trace shows of it besides.</summary>
    public bool AreIn(Exception failure) =>
        IsIn(failure.Message) || IsIn(failure.Data)
        || (failure is ExitCodeException exited && (IsInTail(exited.Stdout, exited.IsStdoutCut) || IsInTail(exited.Stderr, exited.IsStderrCut)))
        || (failure is AggregateException all ? all.InnerExceptions.Any(AreIn) : failure.InnerException is { } inner && AreIn(inner))
        || ExceptionText.Of(failure) is not { } said || (IsIn(said) && IsIn(ExceptionText.WithoutCode(said, failure)));

    /// <summary>A text that tells none of them.</summary>
    public string Masked(string text)
    {
        var found = Finder.Find(text);
        for (var i = found.Count - 1; i >= 0; i--)
            text = string.Concat(text.AsSpan(0, found[i].Start), Mask, text.AsSpan(found[i].End));
        return text;
    }

    /// <summary>A failure of the same kind that tells none of them.</summary>
    public Exception Masked(Exception failure) => failure switch
    {
        ExitCodeException exited => new ExitCodeException(Masked(exited.Command), new(exited.ExitCode, MaskedTail(exited.Stdout, exited.IsStdoutCut), MaskedTail(exited.Stderr, exited.IsStderrCut), Json: null)),
        NotFoundException => new NotFoundException(Masked(failure.Message)),
        BindingException => new BindingException(Masked(failure.Message)),
        ConditionException => new ConditionException(Masked(failure.Message)),
        LimitException => new LimitException(Masked(failure.Message)),
        JournalException => new JournalException(Masked(failure.Message)),
        _ => new MaskedException(Masked(failure.Message), failure),
    };

    /// <summary>JSON of which a person may see what is left of it.</summary>
    public JsonElement Shown(JsonElement value)
    {
        if (!IsIn(value))
            return value;
        var shown = new MaskingCopy(this).Of(value);
        return IsAcross(shown) ? JsonValues.Of(Masked(JsonValues.TextOf(value))) : shown;
    }

    /// <summary>Whether a text tells one of them.</summary>
    public bool IsIn(string text) => Finder.IsIn(text);

    private bool IsIn(IDictionary data)
    {
        foreach (DictionaryEntry entry in data)
        {
            if (IsInText(entry.Key) || (entry.Value is not null && IsInText(entry.Value)))
                return true;
        }

        return false;
    }

    // What is of somebody's own making may say anything of itself; what cannot say it is not shown.
    private bool IsInText(object told) => ExceptionText.Of(told) is not { } text || IsIn(text);

    // What is spelled tells what the values in it do; but an object or array that is one of them may be spelled otherwise.
    private bool IsIn(JsonElement value) => Known.Length > 0 && (IsIn(JsonValues.TextOf(value)) || HasWhole(value));

    // By themselves, so that a run without secrets makes nothing of what these hold.
    private static RunSecrets Of(ISecretProgram program, PlanTable plan, RunSecrets? outer) =>
        new(() => program.GetSecrets().Select(secret => ($"{plan.PlanId}.{secret.Key}", secret.Value)).Concat(plan.SecretsWithin()), outer);

    private static RunSecrets Of(PlanCode plan, IReadOnlyDictionary<string, JsonElement> inputs, RunSecrets? outer) =>
        new(() => plan.Secrets.Select(name => ($"{plan.Model.Id}.{name}", inputs.GetValueOrDefault(name))).Concat(plan.Table.SecretsWithin()), outer);

    private static RunSecrets? OfOuter(PlanOptions? options) => options?.Parent?.Run.Secrets;
}
