using System.Text.Json;

namespace PlanDsl;

/// <content>What stands for secrets in what is recorded: it names them, so that whoever resumes the run finds each, be it another than it was or one
/// of more.</content>
internal sealed partial class RunSecrets
{
    private const string Hidden = "plandsl:hidden";

    private Dictionary<string, string> ByPlace => field ??= Spellings
        .DistinctBy(static spelling => spelling.Place, StringComparer.Ordinal)
        .ToDictionary(static spelling => spelling.Place, static spelling => spelling.Text, StringComparer.Ordinal);

    /// <summary>JSON that tells none of them, and of which <see cref="Reveal"/> makes what it was.</summary>
    public JsonElement Hide(JsonElement value)
    {
        var text = JsonValues.TextOf(value);
        if (!IsIn(text))
            return value;
        var parts = new List<(string Text, bool IsPlace)> { (text, false) };
        foreach (var spelling in Distinct)
            parts = [.. parts.SelectMany(part => part.IsPlace ? [part] : Without(spelling, part.Text))];
        return JsonValues.Of([KeyValuePair.Create(Hidden, JsonValues.Of(string.Concat(parts.Select(static part => part.Text))))]);
    }

    /// <summary>What JSON was before it was hidden, with the values that the run has now; JSON that was not is left as it is.</summary>
    /// <exception cref="JournalException">The run does not have one of the secrets, or has another that cannot stand there.</exception>
    public JsonElement Reveal(JsonElement value)
    {
        if (value.ValueKind is not JsonValueKind.Object || !value.TryGetProperty(Hidden, out var hidden))
            return value;
        var text = SecretSpelling.Places().Replace(JsonValues.StringOf(hidden), place => ByPlace.TryGetValue(place.Value, out var known) ? known
            : throw new JournalException($"What is recorded holds the secret '{SecretSpelling.NameOf(place.Value)}', which the run has not got now. Give it as it was given when the run was started."));
        try
        {
            return JsonElement.Parse(text);
        }
        catch (JsonException)
        {
            throw new JournalException("What is recorded held a secret in a place where what the run is given for it now cannot stand. Give the secrets as they were given when the run was started.");
        }
    }

    /// <summary>JSON that was hidden, with nothing but a mask where a value stood; JSON that was not is left as it is.</summary>
    public static JsonElement ShownHidden(JsonElement value) =>
        value.ValueKind is JsonValueKind.Object && value.TryGetProperty(Hidden, out var hidden) ? Shown(SecretSpelling.Places().Replace(JsonValues.StringOf(hidden), Mask)) : value;

    private static IEnumerable<(string Text, bool IsPlace)> Without(SecretSpelling spelling, string text)
    {
        var pieces = text.Split(spelling.Text);
        for (var i = 0; i < pieces.Length; i++)
        {
            if (i > 0)
                yield return (spelling.Place, true);
            yield return (pieces[i], false);
        }
    }
}
