using System.Threading.Channels;

namespace PlanDsl.Cli;

/// <summary>Tells a run as one JSON object when it has ended.</summary>
/// <param name="output">Where it is written.</param>
internal sealed class JsonReport(TextWriter output) : IRunReport
{
    public bool TellsParts => true;

    public async Task FollowAsync(ChannelReader<PlanEvent> events)
    {
        await foreach (var _ in events.ReadAllAsync())
        {
        }
    }

    public void End(EndedRun run) => JsonText.WriteIndented(output, run, RunJson.Write);
}
