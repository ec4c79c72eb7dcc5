using System.CommandLine;

namespace PlanDsl.Cli;

/// <summary>The option <c>--journal</c>.</summary>
internal static class JournalOption
{
    /// <summary>For a command that starts runs.</summary>
    public static Option<string?> ToWrite() => Of("Where the run is recorded: a database file, or a directory for JSON Lines. By default .plandsl/journal.db here.");

    /// <summary>For a command about runs that are recorded.</summary>
    public static Option<string?> ToRead() => Of("The journal of the run: a database file, or a directory of JSON Lines. By default .plandsl/journal.db here or above.");

    private static Option<string?> Of(string description) => new("--journal") { Description = description, HelpName = "PATH" };
}
