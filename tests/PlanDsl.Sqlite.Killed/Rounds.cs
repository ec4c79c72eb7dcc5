namespace PlanDsl.Tests;

/// <summary>The rounds of a plan whose step is tried again. The world keeps count of them, so that what breaks in one does so however often a
/// process that was killed has it called, and what is done is the same in each.</summary>
/// <param name="effects">The world.</param>
/// <param name="path">The path of a step of that plan.</param>
internal sealed class Rounds(Effects effects, string path)
{
    private const string Broke = "broke ";

    /// <summary>The round that is on, from 1.</summary>
    public int Current => effects.CountOf(LineOf(Whole));

    // The innermost plan around the step that has rounds: the step may be a member of a group in it.
    private string Whole
    {
        get
        {
            var whole = Above(path);
            while (whole.Length > 0 && effects.CountOf(LineOf(whole)) == 0)
                whole = Above(whole);
            return whole;
        }
    }

    /// <summary>The first step is called: another round begins, unless nothing has broken in the last.</summary>
    public void Enter()
    {
        var whole = Above(path);
        var last = effects.FindLast(line => line == LineOf(whole) || line.StartsWith($"{Broke}{whole}/", StringComparison.Ordinal));
        if (last != LineOf(whole))
            effects.Add(LineOf(whole));
    }

    /// <summary>The step breaks.</summary>
    public void Break() => effects.Add(Broke + path);

    /// <summary>Has time pass in a step, once in each round.</summary>
    public void Pass(TimeSpan time)
    {
        var line = $"passed {path}";
        if (effects.CountOf(line) < Current)
            effects.Pass(time, line);
    }

    private static string LineOf(string whole) => $"round {whole}";

    private static string Above(string path) => path[..Math.Max(0, path.LastIndexOf('/'))];
}
