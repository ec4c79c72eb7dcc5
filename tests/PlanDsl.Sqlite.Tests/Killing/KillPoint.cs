namespace PlanDsl.Tests;

/// <summary>Where in a run its process is killed.</summary>
/// <param name="End">Whether the event is recorded.</param>
/// <param name="Sequence">The number of the event.</param>
/// <param name="Durability">How safe an event is before the run acts on it.</param>
internal sealed record KillPoint(ProcessEnd End, int Sequence, JournalDurability Durability)
{
    /// <summary>Whether whoever goes on from there is to be killed once more, some events later: in either journal now and then.</summary>
    public bool IsTwice => End is ProcessEnd.After && Sequence % 16 is 2 or 8;

    /// <summary>Those of a run in one journal: its process is killed at each event in one of them, when it is recorded or when it is not yet.</summary>
    public static IEnumerable<KillPoint> Of(UndisturbedRun run, string kind)
    {
        var isFirst = kind is Kills.JsonLines;
        for (var sequence = 1; sequence <= run.Events; sequence++)
        {
            if (sequence / 2 % 2 == (isFirst ? 0 : 1))
                yield return At(sequence, isRecorded: (sequence + (sequence / 4)) % 2 == 0, KilledPlans.MayLose(run.Plan));
        }
    }

    private static KillPoint At(int sequence, bool isRecorded, bool mayLose) =>
        isRecorded ? new(ProcessEnd.After, sequence, JournalDurability.EveryEvent)
        : new(ProcessEnd.Before, sequence, mayLose && sequence % 3 == 0 ? JournalDurability.Batched : JournalDurability.EveryEvent);
}
