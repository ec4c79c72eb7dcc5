using System.Threading.Channels;

namespace PlanDsl.Cli;

/// <summary>Tells a run to whoever asked for it.</summary>
internal interface IRunReport
{
    /// <summary>Whether it tells what parts of steps have left.</summary>
    bool TellsParts => false;

    /// <summary>Takes in what had happened before the run was gone on with.</summary>
    void Recall(IReadOnlyList<PlanEvent> before)
    {
    }

    /// <summary>Follows the run to its last event.</summary>
    Task FollowAsync(ChannelReader<PlanEvent> events);

    /// <summary>Tells how it ended.</summary>
    void End(EndedRun run);
}
