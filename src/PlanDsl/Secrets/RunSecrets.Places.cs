using System.Text;
using System.Text.Json;

namespace PlanDsl;

/// <content>What is recorded: it tells no secrets, and who resumes the run brings them.</content>
internal sealed partial class RunSecrets
{
    private const string Hidden = "plandsl:hidden";

    private static readonly FilledCopy Masks = new(static (_, _) => Mask, static text => Parsed(text) ?? JsonValues.Of(text));

    private static readonly System.Buffers.SearchValues<char> Structure = System.Buffers.SearchValues.Create("\",:[]{}");

    // Those that are objects and arrays as texts: commands print them, and what these print is read.
    private (string Text, JsonElement Value)[] Wholes => field ??=
        [.. Known.Select(static text => (Text: text, Value: WholeOf(text))).Where(static text => text.Value is not null).Select(static text => (text.Text, text.Value!.Value))];

    // Those that may begin in one part of JSON and end in another.
    private string[] Crossing => field ??= [.. Known.Where(static text => text.AsSpan().ContainsAny(Structure))];

    /// <summary>JSON that tells none of them, and of which <see cref="Reveal(RunSecrets?, JsonElement)"/> makes what it was.</summary>
    /// <param name="secrets">The secrets; <see langword="null"/> for none.</param>
    /// <param name="value">What it was.</param>
    public static JsonElement Hide(RunSecrets? secrets, JsonElement value) =>
        secrets is not null && secrets.IsIn(value) ? secrets.Hide(value)
        : IsHidden(value, out _) ? (secrets ?? None).Hide(value)
        : value;

    /// <summary>What JSON was before it was hidden, with the values that the run has now; JSON that was not is left as it is.</summary>
    /// <param name="secrets">The secrets; <see langword="null"/> for none.</param>
    /// <param name="value">What it is.</param>
    /// <exception cref="JournalException">The run does not have one of the secrets, or a part of one, or has another that cannot stand there.</exception>
    public static JsonElement Reveal(RunSecrets? secrets, JsonElement value) => IsHidden(value, out var hidden) ? new FilledCopy((secrets ?? None).SecretOf, ParsedAgain).Of(hidden) : value;

    /// <summary>JSON that was hidden, with nothing but a mask where a value stood; JSON that was not is left as it is.</summary>
    public static JsonElement ShownHidden(JsonElement value) => IsHidden(value, out var hidden) ? Masks.Of(hidden) : value;

    /// <summary>Which of them an object or array is.</summary>
    public string? FindWhole(JsonElement value)
    {
        foreach (var (text, whole) in Wholes)
        {
            if (AreEqual(whole, value))
                return text;
        }

        return null;
    }

    /// <summary>A text with places where they stood.</summary>
    public string WithPlaces(string text)
    {
        var (places, from) = (new StringBuilder(text.Length), 0);
        foreach (var found in Finder.Find(text))
        {
            places.Append(SecretPlace.Escape(text[from..found.Start]))
                .Append(SecretPlace.Of(NameOf(Known[found.Secret]), JsonSpelling.NameOf(text[found.Start..found.End], found.Depth)));
            from = found.End;
        }

        return places.Append(SecretPlace.Escape(text[from..])).ToString();
    }

    /// <summary>What stands for one of them where it is not spelled as a part of something.</summary>
    public string PlaceOf(string text) => SecretPlace.Of(NameOf(text), spelling: "");

    private bool HasWhole(JsonElement value) => Wholes.Length > 0 && (FindWhole(value) is not null || value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().Any(member => HasWhole(member.Value)),
        JsonValueKind.Array => value.EnumerateArray().Any(HasWhole),
        _ => false,
    });

    private static RunSecrets None { get; } = new(static () => [], outer: null);

    private static bool IsHidden(JsonElement value, out JsonElement hidden)
    {
        hidden = default;
        return value.ValueKind is JsonValueKind.Object && JsonValues.TryGetMember(value, Hidden, out hidden);
    }

    private static JsonElement? WholeOf(string text) => text.AsSpan().TrimStart() is ['{' or '[', ..] ? Parsed(text) : null;

    private static JsonElement? Parsed(string text)
    {
        try
        {
            return JsonElement.Parse(text, RecordDecoder.Deep);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonElement ParsedAgain(string text) => Parsed(text)
        ?? throw new JournalException("What is recorded held a secret in a place where what the run is given for it now cannot stand. Give the secrets as they were given when the run was started.");

    private static bool AreEqual(JsonElement one, JsonElement other)
    {
        try
        {
            return JsonElement.DeepEquals(one, other);
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair is in the other, and in no secret.
            return false;
        }
    }

    private JsonElement Hide(JsonElement value)
    {
        var hidden = new HidingCopy(this).Of(value, Hidden);
        return IsAcross(hidden) ? JsonValues.Of([KeyValuePair.Create(Hidden, JsonValues.Of(HidingCopy.TextOf(this, JsonValues.TextOf(value))))]) : hidden;
    }

    private bool IsAcross(JsonElement value) => Crossing.Length > 0 && JsonValues.TextOf(value) is var text && Array.Exists(Crossing, crossing => text.Contains(crossing, StringComparison.Ordinal));
}
