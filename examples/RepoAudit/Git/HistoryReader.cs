using System.Globalization;

namespace RepoAudit;

/// <summary>Reads the fields of <c>git log -z --name-only</c>. A commit begins with an empty field, which no file name is;
/// then come its time, its author and the files.</summary>
public sealed class HistoryReader
{
    public const string Format = "%x00%at%x00%aN";

    private readonly Dictionary<string, int> _changes = new(StringComparer.Ordinal);
    private readonly HashSet<string> _authors = new(StringComparer.Ordinal);
    private DateTimeOffset _first = DateTimeOffset.MaxValue;
    private DateTimeOffset _last = DateTimeOffset.MinValue;
    private int _commits;
    private Expected _next = Expected.File;

    private enum Expected
    {
        Time,
        Author,
        FirstFile,
        File,
    }

    public void Read(string field)
    {
        switch (_next)
        {
            case Expected.Time:
                BeginCommit(field);
                _next = Expected.Author;
                break;
            case Expected.Author:
                _authors.Add(field);
                _next = Expected.FirstFile;
                break;
            case var _ when field.Length == 0:
                _next = Expected.Time;
                break;
            default:
                // git ends the commit's own text with a newline, which so becomes part of the first name's field.
                Count(_next == Expected.FirstFile && field[0] == '\n' ? field[1..] : field);
                _next = Expected.File;
                break;
        }
    }

    public History ToHistory() => new(_commits, _authors.Count, _first, _last, _changes);

    private void BeginCommit(string unixTime)
    {
        _commits++;
        if (long.TryParse(unixTime, NumberStyles.Integer, CultureInfo.InvariantCulture, out var seconds)
            && seconds is >= 0 and < 253_402_300_800)
        {
            var time = DateTimeOffset.FromUnixTimeSeconds(seconds);
            _first = time < _first ? time : _first;
            _last = time > _last ? time : _last;
        }
    }

    private void Count(string path) => _changes[path] = _changes.GetValueOrDefault(path) + 1;
}
