namespace PlanDsl.Tests;

/// <summary>What the bodies of one run have done to the world: lines of a file, which stay when the process is killed. Written by one process
/// at a time.</summary>
internal sealed class Effects(string path)
{
    private const string Key = "key ";

    private readonly Lock _gate = new();
    private readonly List<string> _lines = ReadLines(path);

    /// <summary>All that was done, in order, whoever did it.</summary>
    public static List<string> Read(string path) => ReadLines(path).FindAll(static line => !line.StartsWith(Key, StringComparison.Ordinal));

    /// <summary>By which keys it was done, each with the name of what was.</summary>
    public static IEnumerable<(string Name, string Key)> ReadKeys(string path) =>
        ReadLines(path).Where(static line => line.StartsWith(Key, StringComparison.Ordinal)).Select(static line => line.Split(' ') is [_, var name, var key] ? (name, key) : default);

    /// <summary>Something begins.</summary>
    /// <param name="name">What.</param>
    /// <param name="key">By what a service would know it again.</param>
    public void Begin(string name, string key) => Append($"{Key}{name} {key}", $"began {name}");

    public void Add(string line) => Append(line);

    public int CountOf(string line)
    {
        lock (_gate)
            return _lines.Count(done => done == line);
    }

    private static List<string> ReadLines(string path) => File.Exists(path) ? [.. File.ReadAllLines(path)] : [];

    private void Append(params string[] lines)
    {
        lock (_gate)
        {
            File.AppendAllText(path, string.Join('\n', lines) + '\n');
            _lines.AddRange(lines);
        }
    }
}
