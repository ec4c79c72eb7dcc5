using System.Text;

namespace PlanDsl.Benchmarks;

/// <summary>Tells a waiting <c>perf record</c> when to count and when to stop, so that it counts nothing but what is warm.</summary>
/// <param name="commands">The pipe from which it takes commands.</param>
/// <param name="answers">The pipe into which it says that it has done so.</param>
internal sealed class PerfSwitch(string commands, string answers)
{
    /// <summary>From now on it counts.</summary>
    public void Enable() => Tell("enable\n");

    /// <summary>From now on it does not.</summary>
    public void Disable() => Tell("disable\n");

    private void Tell(string command)
    {
        using (var pipe = new FileStream(commands, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
            pipe.Write(Encoding.ASCII.GetBytes(command));
        using var answer = new FileStream(answers, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        if (answer.ReadByte() < 0)
            throw new InvalidOperationException("perf has ended before it was told to.");
    }
}
