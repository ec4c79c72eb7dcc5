namespace PlanDsl.Model;

/// <summary>Finds the argument of a command that a shell reads as a text of its own, with variables of its own: what follows <c>sh -c</c>.</summary>
internal static class ShellTexts
{
    private static readonly HashSet<string> Shells = new(["sh", "bash", "dash", "ash", "zsh", "ksh", "fish"], StringComparer.Ordinal);

    /// <summary>Where it stands among the arguments; -1 where none is one.</summary>
    public static int IndexIn(CommandBody command)
    {
        // The shell may be what another program starts: 'sudo sh -c'.
        var isShell = IsShell(TextOf(command.Command));
        for (var index = 0; index + 1 < command.Args.Count; index++)
        {
            var argument = TextOf(command.Args[index]);
            if (isShell && AsksForText(argument))
                return index + 1;
            isShell |= IsShell(argument);
        }

        return -1;
    }

    private static string TextOf(Template template) => template is { IsLiteral: true, Parts: { IsEmpty: false } parts } ? parts[0].Text : "";

    private static bool IsShell(string program) => Shells.Contains(program.Substring(program.LastIndexOf('/') + 1));

    // Also with others before it: '-ec'.
    private static bool AsksForText(string option) => option.Length > 1 && option[0] == '-' && option[1] != '-' && option[option.Length - 1] == 'c';
}
