namespace Mirrors;

/// <summary>Tells how far a run has come: on one line that is written anew on a terminal, line by line elsewhere.</summary>
internal sealed class ProgressBar(TextWriter output, bool isTerminal)
{
    private const int Width = 20;

    public void Show(double fraction)
    {
        var bar = new string('#', (int)(fraction * Width)).PadRight(Width, '.');
        var line = FormattableString.Invariant($"[{bar}] {fraction,4:0%}");
        if (!isTerminal)
            output.WriteLine(line);
        else if (fraction < 1)
            output.Write("\r" + line);
        else
            output.WriteLine("\r" + line);
    }
}
