namespace PlanDsl.Tests;

/// <summary>Where in a run its process is killed.</summary>
/// <param name="End">Whether the event is recorded.</param>
/// <param name="Sequence">The number of the event.</param>
/// <param name="Durability">How safe an event is before the run acts on it.</param>
internal sealed record KillPoint(ProcessEnd End, int Sequence, JournalDurability Durability)
{
    /// <summary>Whether whoever goes on from there is to be killed once more, some events later.</summary>
    public bool IsTwice => End is ProcessEnd.After && Sequence % 8 < 3;

    /// <summary>Those of a run in one journal. Of a plan that the compiler has made the process is killed at each event in both journals: when it is
    /// recorded in one, and when it is not yet in the other. Of one that was read from a file it is killed at each event in one journal.</summary>
    public static IEnumerable<KillPoint> Of(UndisturbedRun run, string kind)
    {
        var isCompiled = KilledPlans.Compiled.Contains(run.Plan);
        var isFirst = kind is Kills.JsonLines;
        for (var sequence = 1; sequence <= run.Events; sequence++)
        {
            if (isCompiled)
                yield return At(sequence, isRecorded: sequence % 2 == (isFirst ? 0 : 1));
            else if (sequence / 2 % 2 == (isFirst ? 0 : 1))
                yield return At(sequence, isRecorded: (sequence + (sequence / 4)) % 2 == 0);
        }
    }

    private static KillPoint At(int sequence, bool isRecorded) =>
        isRecorded ? new(ProcessEnd.After, sequence, JournalDurability.EveryEvent)
        : new(ProcessEnd.Before, sequence, sequence % 3 == 0 ? JournalDurability.Batched : JournalDurability.EveryEvent);
}
