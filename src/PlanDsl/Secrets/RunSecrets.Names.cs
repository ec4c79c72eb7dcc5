namespace PlanDsl;

/// <content>How they are named in what is recorded, and found again by that. What cannot be told for certain is not found: nothing is ever to stand where another
/// stood.</content>
internal sealed partial class RunSecrets
{
    // A plan may run another twice, each time with another secret of the same name.
    private SecretText[] Texts => field ??= [.. Values
        .GroupBy(static secret => secret.Name, StringComparer.Ordinal)
        .SelectMany(static same => same.Select(static secret => secret.Value).DistinctBy(static value => value.GetRawText(), StringComparer.Ordinal).Index()
            .SelectMany(secret => SecretText.Of(SecretName.Of(same.Key, secret.Index), secret.Item)))];

    // The names of those that are the same text by now, together, by the text.
    private Dictionary<string, string> Names => field ??= Texts
        .GroupBy(static text => text.Text, text => SecretName.Of(text, Masked), StringComparer.Ordinal)
        .ToDictionary(static same => same.Key, static same => SecretName.AnyOf(same.Distinct(StringComparer.Ordinal)), StringComparer.Ordinal);

    // By their names; null where several have one, as members whose names must not be told.
    private Dictionary<string, string?> ByName => field ??= Texts
        .Where(static text => !text.IsTrimmed)
        .GroupBy(text => SecretName.Of(text, Masked), static text => text.Text, StringComparer.Ordinal)
        .ToDictionary(static same => same.Key, static same => same.Distinct(StringComparer.Ordinal).ToArray() is [var text] ? text : null, StringComparer.Ordinal);

    private string NameOf(string text) => Names[text];

    private string SecretOf(string name, string spelling)
    {
        var names = SecretName.Each(name);
        var text = TextOf(names[0]);
        foreach (var other in names[1..])
        {
            if (TextOf(other) != text)
                throw Unknown($"what was {SecretName.Told(names[0])} and {SecretName.Told(other)} at once, and these differ now");
        }

        return JsonSpelling.Spell(text, spelling);
    }

    private string TextOf(string name)
    {
        if (SecretName.Untrimmed(name) is { } whole)
            return TextOf(whole).Trim();
        if (ByName.TryGetValue(name, out var text))
            return text ?? throw Unknown($"{SecretName.Told(name)}, of which the run has several now");
        throw Unknown($"{SecretName.Told(name)}, which the run has not got now", SecretName.MayBeNumber(name)
            ? " If they are the same, an earlier version has recorded the run, which numbered the texts of a secret: it cannot be gone on with; run the plan anew."
            : "");
    }

    private static JournalException Unknown(string what, string besides = "") => new($"What is recorded holds {what}. Give the secrets as they were given when the run was started.{besides}");
}
