namespace PlanDsl.Tests;

/// <summary>Values that are inserted into a text for the shell stay one word, wherever they stand and whatever they hold.</summary>
public sealed class ShellTests
{
    private static readonly string[] Values =
    [
        "plain", "", "two words", "  spaces  ", "*", "~", "-n", "$HOME", "$(echo ran)", "`echo ran`", "'", "\"", "\\", "; echo ran", "' ; echo ran '", "\" ; echo ran \"",
        "line\nbreak", "a\\nb", "#", "&& echo ran", "${PATH}", "%PATH%", "ünï→😀", ")", "}", "!!",
    ];

    // What is written before and after a value, and what the shell makes of that.
    private static readonly (string Before, string After, string ExpectedBefore, string ExpectedAfter)[] Places =
    [
        ("", "", "", ""),
        ("a", "b", "a", "b"),
        ("\"", "\"", "", ""),
        ("\"a b ", " c\"", "a b ", " c"),
        ("'", "'", "", ""),
        ("'a b ", " c'", "a b ", " c"),
        ("\"it's '", "'\"", "it's '", "'"),
        ("'say \"'", "", "say \"", ""),
        ("\\\"", "\\'", "\"", "'"),
        ("\"\\\"", "\\\"\"", "\"", "\""),
        ("\"$(printf '%s.' ", ")\"", "", "."),
        ("\"$(printf '%s.' \"", "\")\"", "", "."),
        ("\"$(printf '%s.' '", "')\"", "", "."),
        ("\"`printf %s. ", "`\"", "", "."),
        ("\"$(echo \"(\" | cat)", "\"", "(", ""),
    ];

    [Fact]
    public async Task Values_stay_one_word()
    {
        foreach (var place in Places)
        {
            List<CommandPart> parts = [CommandPart.Literal("# It's a comment\nset -- ")];
            foreach (var value in Values)
                parts.AddRange([CommandPart.Literal(place.Before), CommandPart.Value(value), CommandPart.Literal(place.After + " ")]);
            parts.Add(CommandPart.Literal("; for a; do printf '<%s>' \"$a\"; done"));

            var result = await CommandStart.OfShell(parts, []).RunAsync();

            Assert.Equal(string.Concat(Values.Select(value => $"<{place.ExpectedBefore}{value}{place.ExpectedAfter}>")), result.Stdout);
            Assert.Equal("", result.Stderr);
        }
    }

    [Fact]
    public async Task Random_mixtures_of_places_keep_all_their_values()
    {
        var random = new Random(11);
        for (var round = 0; round < 40; round++)
        {
            List<CommandPart> parts = [CommandPart.Literal("printf '<%s>'")];
            var expected = "";
            for (var word = random.Next(1, 12); word > 0; word--)
            {
                parts.Add(CommandPart.Literal(" "));
                expected += "<";
                for (var piece = random.Next(1, 4); piece > 0; piece--)
                {
                    var (before, after, expectedBefore, expectedAfter) = Places[random.Next(Places.Length)];
                    var value = Values[random.Next(Values.Length)];
                    parts.AddRange([CommandPart.Literal(before), CommandPart.Value(value), CommandPart.Literal(after)]);
                    expected += expectedBefore + value + expectedAfter;
                }

                expected += ">";
            }

            Assert.Equal(expected, (await CommandStart.OfShell(parts, []).RunAsync()).Stdout);
        }
    }

    [Fact]
    public async Task Values_are_no_code_even_where_quotes_are_misread()
    {
        string[] texts = ["cat <<END\n{0}\nEND", "cat <<'END'\n{0}\nEND", "case x in x) echo {0};; esac", "echo \"$(case x in x) echo \"{0}\";; esac)\"", "echo $((1 + 2)) {0}"];
        foreach (var text in texts)
        {
            foreach (var value in Values)
            {
                var parts = text.Split("{0}");

                var result = await CommandStart.OfShell([CommandPart.Literal(parts[0]), CommandPart.Value(value), CommandPart.Literal(parts[1])], []).RunAsync();

                Assert.False(result.Stdout.Split('\n').Contains("ran", StringComparer.Ordinal), $"{text} with {value}: {result.Stdout}");
            }
        }
    }

    [Fact]
    public async Task The_shell_does_all_else_that_shells_do()
    {
        var command = CommandStart.OfShell([CommandPart.Literal("echo b a | tr ' ' '\\n' | sort && echo $HOME_OF")], []) with { Environment = [new("HOME_OF", "the brave")] };

        Assert.Equal("a\nb\nthe brave", (await command.RunAsync()).Stdout);
    }

    [Fact]
    public async Task Arguments_follow_the_text_as_words() =>
        Assert.Equal("<a b><$HOME><>", (await CommandStart.OfShell([CommandPart.Literal("printf '<%s>'")], ["a b", "$HOME", ""]).RunAsync()).Stdout);

    [Fact]
    public async Task A_failure_tells_what_the_shell_has_said() =>
        Assert.Contains("no-such-program", (await CommandStart.OfShell([CommandPart.Literal("no-such-program")], []).FailureAsync()).Message, StringComparison.Ordinal);
}
