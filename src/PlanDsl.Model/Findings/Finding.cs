using System.Globalization;

namespace PlanDsl.Model;

/// <summary>Something that a rule has to say about a part of a plan.</summary>
/// <param name="Id">The rule's id, one of <see cref="RuleIds"/>.</param>
/// <param name="Anchor">The part of the plan that it is about.</param>
/// <param name="Args">What fills the placeholders of the rule's message.</param>
public sealed record Finding(string Id, Anchor Anchor, EquatableArray<string> Args)
{
    private readonly FindingSeverity? _severity;

    /// <summary>Further parts that belong to the story, such as the other edges of a cycle.</summary>
    public EquatableArray<Anchor> Related { get; init; }

    /// <summary>The name that was probably meant, for a fix that takes it; <see langword="null"/> if none is near.</summary>
    public string? Suggestion { get; init; }

    /// <summary>How serious it is by default: as its rule is, unless it says otherwise of itself.</summary>
    public FindingSeverity Severity
    {
        get => _severity ?? RuleBook.Get(Id).Severity;
        init => _severity = value;
    }

    /// <summary>The message with its placeholders filled.</summary>
    public string Message => string.Format(CultureInfo.InvariantCulture, RuleBook.Get(Id).MessageFormat, [.. Args]);
}
