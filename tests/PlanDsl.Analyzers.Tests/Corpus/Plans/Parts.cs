namespace Corpus.Parts;

[Plan]
internal partial class Split
{
    [Step] int First() => 1;
}

internal partial class Split
{
    [Step] int Second(int first) => first + Third.Length;

    private string Third { get; init; } = "";

    private int Helper(int first) => first;
}

internal sealed partial class Split : IDisposable
{
    public void Dispose() { }
}
