using System.Globalization;

namespace PlanDsl.Model;

/// <summary>Something that a rule has to say about a part of a plan.</summary>
/// <param name="Id">The rule's id, one of <see cref="RuleIds"/>.</param>
/// <param name="Anchor">The part of the plan that it is about.</param>
/// <param name="Args">What fills the placeholders of the rule's message.</param>
public sealed record Finding(string Id, Anchor Anchor, EquatableArray<string> Args)
{
    private const int Longest = 10_000;

    private readonly FindingSeverity? _severity;

    /// <summary>What fills the placeholders of the rule's message. Characters that a terminal or a log would obey are spelled, and what
    /// is very long is cut.</summary>
    public EquatableArray<string> Args { get; init; } = Shown(Args);

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

    private static EquatableArray<string> Shown(EquatableArray<string> args)
    {
        string[]? all = null;
        for (var i = 0; i < args.Count; i++)
        {
            var shown = ControlCharacters.Spelled(Cut(args[i]));
            if (!ReferenceEquals(shown, args[i]))
                (all ??= [.. args])[i] = shown;
        }

        return all?.ToEquatableArray() ?? args;
    }

    /// <summary>As much of a text as a finding shows; the text itself where that is all. A file may have a name or a condition of millions of letters, and very
    /// many mistakes in it, so whoever says the same text of many things cuts it once.</summary>
    /// <param name="text">The text.</param>
    internal static string Cut(string text) =>
        text.Length <= Longest ? text : text.Substring(0, char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest) + "…";

    /// <summary>The message with its placeholders filled.</summary>
    public string Message => string.Format(CultureInfo.InvariantCulture, RuleBook.Get(Id).MessageFormat, [.. Args]);
}
