namespace PlanDsl;

/// <summary>The escapes of JSON that are a letter.</summary>
internal static class JsonEscapes
{
    private const string Letters = "\"\\/bfnrt";
    private const string Characters = "\"\\/\b\f\n\r\t";

    /// <summary>The character that a letter behind a backslash stands for; <see langword="null"/> for none.</summary>
    public static char? CharacterOf(char letter) => Letters.IndexOf(letter) is >= 0 and var at ? Characters[at] : null;

    /// <summary>The letter that stands for a character behind a backslash; <see langword="null"/> for none.</summary>
    public static char? LetterOf(char character) => Characters.IndexOf(character) is >= 0 and var at ? Letters[at] : null;
}
