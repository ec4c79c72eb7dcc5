using System.Diagnostics;
using PlanDsl.Sqlite;

namespace PlanDsl.Tests;

/// <summary>This assembly as another process, which a test tells line by line what to do.</summary>
internal sealed class OtherProcess : IDisposable
{
    private readonly Process _process;

    private OtherProcess(Process process) => _process = process;

    public int Id => _process.Id;

    /// <summary>Starts one that opens a journal.</summary>
    /// <param name="kind"><c>jsonl</c> or <c>sqlite</c>.</param>
    /// <param name="path">The journal.</param>
    /// <param name="limit">How large a file of it may become, in blocks of 1,024 bytes; 0 for no limit. What would go beyond is refused as by a full disk.</param>
    public static OtherProcess Start(string kind, string path, int limit = 0)
    {
        var start = StartOf(limit, [typeof(OtherProcess).Assembly.Location, kind, path]);
        start.RedirectStandardInput = true;
        return new(Process.Start(start)!);
    }

    /// <summary>How an assembly is started as another process, whose output is read.</summary>
    /// <param name="limit">How large a file of it may become, as <see cref="Start"/> takes it.</param>
    /// <param name="arguments">The assembly, and what it is to do.</param>
    public static ProcessStartInfo StartOf(int limit, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        // It is killed, and would leave behind what debuggers find it by.
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        if (limit > 0)
        {
            start.FileName = "bash";
            start.ArgumentList.Add("-c");
            start.ArgumentList.Add(FormattableString.Invariant($"trap '' XFSZ; ulimit -f {limit}; exec \"$@\""));
            start.ArgumentList.Add("bash");
            start.ArgumentList.Add(Environment.ProcessPath!);
            // The runtime has a large file of its own, in memory, for code that may be written and executed.
            start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        }

        start.ArgumentList.Add("exec");
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        return start;
    }

    /// <summary>What the process does.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var options = new JournalOptions { Durability = JournalDurability.EveryEvent };
        IPlanJournal journal = args[0] is "sqlite" ? new SqliteJournal(args[1], options) : new JsonLinesJournal(args[1], options);
        var told = new Told(journal);
        while (await Console.In.ReadLineAsync() is { } line)
        {
            try
            {
                Console.WriteLine(await told.DoAsync(line.Split(' ')));
            }
            catch (JournalException fault)
            {
                Console.WriteLine($"{fault.GetType().Name}: {fault.Message}");
            }
        }

        return 0;
    }

    /// <summary>Has it do something; what it says of that.</summary>
    public async Task<string> DoAsync(string line)
    {
        Tell(line);
        return await AnswerAsync();
    }

    public void Tell(string line)
    {
        _process.StandardInput.WriteLine(line);
        _process.StandardInput.Flush();
    }

    public async Task<string> AnswerAsync() =>
        await _process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The other process has ended.");

    /// <summary>Ends it as a loss of power would.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            Kill();
        _process.Dispose();
    }

    private sealed class Told(IPlanJournal journal)
    {
        private IRunJournal? _run;
        private long _sequence;

        public async Task<string> DoAsync(string[] words)
        {
            switch (words)
            {
                case ["create", var runId]:
                    _run = await journal.CreateAsync(runId);
                    _run.Append(Recorded.Created(runId));
                    await _run.FlushAsync(_sequence = 1);
                    return "created";
                case ["resume", var runId]:
                    _run = await journal.ResumeAsync(runId);
                    _sequence = _run.LastSequence;
                    return FormattableString.Invariant($"resumed at {_sequence}");
                case ["append", var count, var size]:
                    for (var i = 0; i < int.Parse(count, null); i++)
                    {
                        _sequence++;
                        _run!.Append(new StepProgressEvent { RunId = _run.RunId, Sequence = _sequence, Time = Recorded.Time.AddSeconds(_sequence), StepPath = "copy", Attempt = 1, Fraction = 0.5, Message = new string('x', int.Parse(size, null)) });
                    }

                    await _run!.FlushAsync(_sequence);
                    return FormattableString.Invariant($"appended {_sequence}");
                case ["stream"]:
                    // Until it is killed, each event told when it is safe.
                    while (true)
                        Console.WriteLine(await DoAsync(["append", "1", "100"]));
                case ["request", var runId, var id]:
                    await journal.RequestAsync(runId, new RunSignalRequest("go") { Id = id });
                    return "asked";
                case ["await"]:
                    await foreach (var request in _run!.RequestsAsync())
                        return $"got {request.Id}";
                    return "got nothing";
                case ["close"]:
                    await _run!.DisposeAsync();
                    return "closed";
                default:
                    return "what?";
            }
        }
    }
}
