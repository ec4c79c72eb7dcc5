using System.Buffers;

namespace PlanDsl.Cli;

/// <summary>How the tool is called about recorded runs, as messages tell it to people, who may copy it.</summary>
internal static class ToolCall
{
    // What a shell would take for more than a letter of a word.
    private static readonly SearchValues<char> Special = SearchValues.Create(" \t'$&;|<>*?()`!\\");

    /// <summary>A call about the runs of a journal, which it names where it would not be found otherwise, in quotes.</summary>
    /// <param name="place">The journal.</param>
    /// <param name="words">The command and its arguments.</param>
    public static string About(JournalPlace place, params IEnumerable<string> words) =>
        $"'plandsl {string.Join(' ', words.Select(Quoted))}{(place.Asked is { } asked ? $" --journal {Quoted(asked)}" : "")}'";

    private static string Quoted(string word) => word.AsSpan().IndexOfAny(Special) < 0 ? word : $"\"{word}\"";
}
