using System.CommandLine;
using PlanDsl.Model;

namespace PlanDsl.Cli;

/// <summary>Says in one line what is wrong with a command line, though the parser may have many words for it.</summary>
internal static class CommandLineFault
{
    public static string Of(ParseResult asked)
    {
        var command = asked.CommandResult.Command;
        var isRoot = command.Subcommands.Count > 0;
        var fault = asked.UnmatchedTokens is [var unknown, ..] ? isRoot ? UnknownCommand(command, unknown) : Unknown(command, unknown)
            : isRoot ? $"Name a command: {NamesOf(command.Subcommands)}."
            : asked.Errors[0].Message.ReplaceLineEndings(" ");
        return $"{fault} '{(isRoot ? command.Name : $"plandsl {command.Name}")} --help' shows how it is used.";
    }

    private static string UnknownCommand(Command root, string name) =>
        $"'{name}' is no command; {Remedy(name, root.Subcommands, $"the commands are {NamesOf(root.Subcommands)}.")}";

    private static string Unknown(Command command, string token) => token.StartsWith('-')
        ? $"'{command.Name}' has no option '{token}'; {Remedy(token, command.Options, "leave it out.")}"
        : $"'{token}' is one argument more than '{command.Name}' takes; leave it out, or put quotes around a path with spaces.";

    private static string Remedy(string name, IEnumerable<Symbol> known, string otherwise) =>
        new Nearest(known.Select(static symbol => symbol.Name)).To(name) is { } nearest ? $"did you mean '{nearest}'?" : otherwise;

    private static string NamesOf(IEnumerable<Symbol> symbols) => string.Join(", ", symbols.Select(static symbol => symbol.Name));
}
