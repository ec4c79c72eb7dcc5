namespace PlanDsl.Tests;

/// <summary>What the bodies of one run have done to the world: lines of a file, which stay when the process is killed. Written by one process
/// at a time.</summary>
internal sealed class Effects(string path)
{
    private readonly Lock _gate = new();
    private readonly List<string> _lines = Read(path);

    public string Path => path;

    /// <summary>All that was done, in order, whoever did it.</summary>
    public static List<string> Read(string path) => File.Exists(path) ? [.. File.ReadAllLines(path)] : [];

    public void Add(string line)
    {
        lock (_gate)
        {
            File.AppendAllText(path, line + '\n');
            _lines.Add(line);
        }
    }

    public int CountOf(string line)
    {
        lock (_gate)
            return _lines.Count(done => done == line);
    }
}
