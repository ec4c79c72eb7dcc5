using Microsoft.Win32.SafeHandles;

namespace PlanDsl;

/// <summary>A claimed run of a <see cref="JsonLinesJournal"/>: its file, and what is to be written there.</summary>
internal sealed class JsonLinesRun(string runId, string path, RecordEnd end, SafeFileHandle file, RunClaim claim, BatchWriter<JournalEntry> writer, RequestFeed requests, JournalDurability durability)
    : WrittenRun(runId, end.Sequence, writer, requests, durability)
{
    private readonly JournalDurability _durability = durability;
    private readonly OpenedFile _opened = new(path);
    private readonly List<byte> _lines = [];
    private readonly List<string> _done = [];
    private long _position = end.Position;
    private long _sequence = end.Sequence;

    /// <summary>Takes an event into what is to be written. Called by the writer, as all that follows.</summary>
    public void Take(PlanEvent happened, RecordEncoder encoder)
    {
        JsonLine.Write(_lines, encoder.Encode(happened));
        _sequence = happened.Sequence;
        if (JournalRecord.RequestIdOf(happened) is { } done)
            _done.Add(done);
    }

    /// <summary>Writes what was taken, if anything was; the requests that are done by that.</summary>
    public IReadOnlyList<string> Write()
    {
        if (_lines.Count == 0)
            return [];
        RandomAccess.Write(file, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_lines), _position);
        if (_durability is JournalDurability.EveryEvent)
            RandomAccess.FlushToDisk(file);
        RequireThere();
        _position += _lines.Count;
        _lines.Clear();
        string[] done = [.. _done];
        _done.Clear();
        Written(_sequence);
        return done;
    }

    /// <summary>Closes the file, and gives the run up.</summary>
    public void Close()
    {
        try
        {
            if (_durability is JournalDurability.Batched && !HasFailed)
                RandomAccess.FlushToDisk(file);
            if (!HasFailed)
                RequireThere();
        }
        finally
        {
            file.Dispose();
            claim.Dispose();
        }
    }

    private void RequireThere()
    {
        if (!_opened.IsThere)
            throw new JournalLostException(RunId, path);
    }
}
