namespace PlanDsl.Benchmarks;

/// <summary>What can be asked for.</summary>
internal static class Usage
{
    public const string Text = """
        dotnet run -c Release --project benchmarks -- COMMAND

          table [WORD…]                       runs against the same by hand, plan files, rules
          floors [WORD…]                      what is missed, beside code by hand that is more like it
          options [WORD…]                     what a step or a run may ask for
          generator [WORD…]                   builds and keystrokes
          journal [WORD…]                     journals
          tool [PATH]                         the tool as a process, installed at a path (plandsl)
          profiles SECONDS [WORD…]            where the time goes, on both sides of what is missed (perf of Linux)
          profile WORD plan|other SECONDS     runs one side over and over, for a profiler
          list [COMMAND]                      the names of the rows
          --filter '*', --list flat, …        what BenchmarkDotNet takes, with the same duels

        Without a word all rows are measured that do not take long; with words those whose names contain one of
        them. Words with spaces stand in quotes: table "TPL Dataflow" chain
        """;

    private static readonly (string Command, Func<IEnumerable<IRow>> Rows)[] Commands =
    [
        ("table", static () => AllRows.Rows),
        ("floors", static () => AllFloors.Rows),
        ("options", static () => OptionRows.All),
        ("generator", static () => GeneratorRows.All),
        ("journal", static () => JournalRows.All),
        ("profile", static () => Profiled.All.Select(static row => row.Row)),
    ];

    /// <summary>The rows of a command; <see langword="null"/> if it has none.</summary>
    public static IEnumerable<IRow>? RowsOf(string command) => Array.Find(Commands, known => known.Command == command).Rows?.Invoke();

    /// <summary>Prints the names of the rows of a command, or of all.</summary>
    /// <exception cref="UsageException">There is no such command.</exception>
    public static void List(string? command)
    {
        if (command is not null && RowsOf(command) is null)
            throw new UsageException($"There are no rows of '{command}', but of {string.Join(", ", Commands.Select(static known => known.Command))}.");
        foreach (var (name, rows) in Commands.Where(known => command is null ? known.Command != "profile" : known.Command == command))
        {
            foreach (var row in rows())
                Console.WriteLine($"{name}  {row.Name}{(row.IsLong && name != "profile" ? "  (only by a word)" : "")}");
        }
    }
}
