using System.Globalization;

namespace PlanDsl.Model;

/// <summary>What ids and keys may look like.</summary>
public static class NameRules
{
    /// <summary>The most characters that an id or a key may have.</summary>
    public const int MaxLength = 256;

    /// <summary>Why <paramref name="id"/> cannot be the id of a step, with what would be right; <see langword="null"/> if it can.
    /// Letters, digits and <c>_ - . [ ]</c> may stand in it.</summary>
    public static string? FaultOfStepId(string id) =>
        FaultOf(id, "_-.[]", "letters, digits and '_', '-', '.', '[', ']'");

    /// <summary>Why <paramref name="id"/> cannot be the id of a plan, with what would be right; <see langword="null"/> if it can.
    /// Besides what a step's id may hold, the <c>+</c> and <c>`</c> of metadata names are allowed.</summary>
    public static string? FaultOfPlanId(string id) =>
        FaultOf(id, "_-.[]+`", "letters, digits and '_', '-', '.', '[', ']', '+', '`'");

    /// <summary>Why <paramref name="key"/> cannot be a result_key, with what would be right; <see langword="null"/> if it can.
    /// It is an identifier in snake_case, from which parameters and members of <c>Results</c> take their names.</summary>
    public static string? FaultOfResultKey(string key) => FaultOfResultKey(key, static _ => false);

    /// <summary>The same, where some keys are taken and would not be right.</summary>
    internal static string? FaultOfResultKey(string key, Func<string, bool> isTaken)
    {
        const string Allowed = "small letters, digits and '_'";
        if (FaultOf(key, "_", Allowed) is { } fault)
            return fault;
        if (char.IsDigit(key[0]))
            return "it starts with a digit; start it with a small letter or '_'";
        foreach (var letter in key)
        {
            if (!char.IsUpper(letter))
                continue;
            var meant = ResultKeyFrom(key);
            return isTaken(meant) ? $"it is not in snake_case, and '{meant}' is taken; choose another" : $"it is not in snake_case; write '{meant}'";
        }

        return null;
    }

    /// <summary>Why <paramref name="name"/> cannot be the name of an input in a plan file, with what would be right; <see langword="null"/>
    /// if it can. It is read as <c>${name}</c> and <c>inputs.name</c>.</summary>
    public static string? FaultOfVariable(string name) =>
        FaultOf(name, "_-.", "letters, digits and '_', '-', '.'") ?? (char.IsDigit(name[0]) ? "it starts with a digit; start it with a letter or '_'" : null);

    /// <summary>The valid result_key that is most like <paramref name="text"/>; the empty string if nothing is left of it.</summary>
    public static string ResultKeyFrom(string text)
    {
        var letters = SnakeCase.From(text).ToCharArray();
        for (var i = 0; i < letters.Length; i++)
        {
            if (!IsWordCharacter(letters[i]))
                letters[i] = '_';
        }

        var key = new string(letters).Trim('_');
        return key.Length > 0 && char.IsDigit(key[0]) ? "_" + key : key;
    }

    /// <summary>Whether a name is in plain snake_case: words of small letters and digits, each of which begins with a letter. Such a name can
    /// be an id and a key, and two that differ are two members of <c>Results</c>.</summary>
    internal static bool IsPlain(string name)
    {
        var wordStarts = true;
        foreach (var letter in name)
        {
            if (letter is >= 'a' and <= 'z')
                wordStarts = false;
            else if (wordStarts || letter is not ((>= '0' and <= '9') or '_'))
                return false;
            else
                wordStarts = letter == '_';
        }

        return !wordStarts && name.Length <= MaxLength;
    }

    private static string? FaultOf(string name, string punctuation, string allowed)
    {
        if (name.Length == 0)
            return $"it is empty; use {allowed}";
        if (name.Length > MaxLength)
            return $"it has {name.Length.ToString(CultureInfo.InvariantCulture)} characters; {MaxLength.ToString(CultureInfo.InvariantCulture)} are the most";

        var hasWord = false;
        foreach (var letter in name)
        {
            if (IsLetterOrDigit(letter))
                hasWord = true;
            else if (!IsWordCharacter(letter) && punctuation.IndexOf(letter) < 0)
                return $"it contains {Spell(letter)}; use {allowed}";
        }

        return hasWord ? null : "it has no letter and no digit";
    }

    private static string Spell(char letter) =>
        char.IsControl(letter) || char.IsSurrogate(letter) || char.IsWhiteSpace(letter)
            ? letter == ' ' ? "a space" : "U+" + ((int)letter).ToString("X4", CultureInfo.InvariantCulture)
            : $"'{letter}'";

    // Whatever a C# identifier may hold, since ids are made of the names of methods.
    internal static bool IsWordCharacter(char letter) =>
        IsLetterOrDigit(letter) || letter == '_' || (letter > '\x7f' && char.GetUnicodeCategory(letter)
            is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.ConnectorPunctuation);

    // C# counts the Roman numeral Ⅷ among the letters.
    internal static bool IsLetterOrDigit(char letter) =>
        letter <= '\x7f'
            ? letter is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9')
            : char.IsLetterOrDigit(letter) || char.GetUnicodeCategory(letter) is UnicodeCategory.LetterNumber;
}
