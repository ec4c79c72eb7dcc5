using System.Globalization;

namespace PlanDsl.Tests;

/// <summary>What the bodies of one run have done to the world: lines of a file, which stay when the process is killed. Written by one process
/// at a time.</summary>
internal sealed class Effects
{
    private const string Key = "key ";
    private const string Time = "time ";

    private readonly Lock _gate = new();
    private readonly string _path;
    private readonly List<string> _lines;
    private readonly List<Action> _clocks = [];
    private TimeSpan _passed;

    public Effects(string path)
    {
        _path = path;
        _lines = ReadLines(path);
        foreach (var line in _lines.Where(static line => line.StartsWith(Time, StringComparison.Ordinal)))
            _passed += new TimeSpan(long.Parse(line.AsSpan(Time.Length), CultureInfo.InvariantCulture));
    }

    /// <summary>How much time has passed by what bodies did.</summary>
    public TimeSpan Passed
    {
        get
        {
            lock (_gate)
                return _passed;
        }
    }

    /// <summary>All that was done, in order, whoever did it.</summary>
    public static List<string> Read(string path) =>
        ReadLines(path).FindAll(static line => !line.StartsWith(Key, StringComparison.Ordinal) && !line.StartsWith(Time, StringComparison.Ordinal));

    /// <summary>By which keys it was done, each with the name of what was.</summary>
    public static IEnumerable<(string Name, string Key)> ReadKeys(string path) =>
        ReadLines(path).Where(static line => line.StartsWith(Key, StringComparison.Ordinal)).Select(static line => line.Split(' ') is [_, var name, var key] ? (name, key) : default);

    /// <summary>Something begins.</summary>
    /// <param name="name">What.</param>
    /// <param name="key">By what a service would know it again.</param>
    public void Begin(string name, string key) => Append($"{Key}{name} {key}", $"began {name}");

    public void Add(string line) => Append(line);

    /// <summary>Has time pass, for all processes.</summary>
    /// <param name="time">How much.</param>
    /// <param name="lines">What was done by that.</param>
    public void Pass(TimeSpan time, params ReadOnlySpan<string> lines)
    {
        Action[] clocks;
        lock (_gate)
        {
            Append([FormattableString.Invariant($"{Time}{time.Ticks}"), .. lines]);
            _passed += time;
            clocks = [.. _clocks];
        }

        Array.ForEach(clocks, static heed => heed());
    }

    /// <summary>Has a clock heed that time has passed.</summary>
    public void Tell(Action clock)
    {
        lock (_gate)
            _clocks.Add(clock);
    }

    public int CountOf(string line)
    {
        lock (_gate)
            return _lines.Count(done => done == line);
    }

    public string? FindLast(Predicate<string> match)
    {
        lock (_gate)
            return _lines.FindLast(match);
    }

    private static List<string> ReadLines(string path) => File.Exists(path) ? [.. File.ReadAllLines(path)] : [];

    private void Append(params string[] lines)
    {
        lock (_gate)
        {
            File.AppendAllText(_path, string.Join('\n', lines) + '\n');
            _lines.AddRange(lines);
        }
    }
}
