namespace Corpus.Inheritance;

public interface IReport
{
    string Build(int[] load);
}

public abstract class Loader<T>
{
    protected abstract T[] LoadAll();

    protected virtual void Log(string text) => Console.WriteLine(text);
}

[Plan]
public sealed partial class NumberReport : Loader<int>, IReport
{
    [Step] int[] Load() => LoadAll();

    [Step] public string Build(int[] load) => string.Join(',', load);

    [Step] void Announce(string build) => Log(build);

    protected override int[] LoadAll() => [1, 2, 3];
}
