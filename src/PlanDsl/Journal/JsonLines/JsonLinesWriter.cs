namespace PlanDsl;

/// <summary>Writes what the claimed runs of a <see cref="JsonLinesJournal"/> tell: all lines of a run that have come meanwhile at once. Called
/// by the journal's thread alone.</summary>
/// <param name="files">Where the journal keeps what.</param>
/// <param name="close">Forgets a run that is closed.</param>
internal sealed class JsonLinesWriter(JsonLinesFiles files, Action<JsonLinesRun> close)
{
    private readonly RecordEncoder _encoder = new();
    private readonly List<JsonLinesRun> _touched = [];

    public void Write(List<JournalEntry> entries)
    {
        foreach (var entry in entries)
        {
            var run = (JsonLinesRun)entry.Run!;
            if (entry.Happened is { } happened)
                Take(run, happened);
            else
                Close(run);
        }

        foreach (var run in _touched)
            Write(run);
        _touched.Clear();
    }

    private void Take(JsonLinesRun run, PlanEvent happened)
    {
        if (run.HasFailed)
            return;
        try
        {
            run.Take(happened, _encoder);
            if (_touched is not [.., var last] || last != run)
                _touched.Add(run);
        }
        catch (Exception fault)
        {
            run.Fail(Fault(run, fault));
        }
    }

    // A run that was touched twice has nothing left to write the second time.
    private void Write(JsonLinesRun run)
    {
        if (run.HasFailed)
            return;
        try
        {
            Remove(run.RunId, run.Write());
        }
        catch (Exception fault)
        {
            run.Fail(Fault(run, fault));
        }
    }

    private void Remove(string runId, IReadOnlyList<string> requests)
    {
        foreach (var request in requests)
        {
            try
            {
                RequestFile.Remove(files, runId, request);
            }
            catch (Exception fault) when (FileFaults.IsOne(fault))
            {
                // One that stays is known for done by the event, which is recorded.
            }
        }
    }

    private void Close(JsonLinesRun run)
    {
        Write(run);
        try
        {
            run.Close();
        }
        catch (Exception fault)
        {
            run.Fail(Fault(run, fault));
        }

        close(run);
        run.Closed();
    }

    private JournalException Fault(JsonLinesRun run, Exception fault) =>
        fault as JournalException ?? JournalFaults.OfFile($"Run '{run.RunId}' cannot be recorded in {files.Record(run.RunId)}", fault);
}
