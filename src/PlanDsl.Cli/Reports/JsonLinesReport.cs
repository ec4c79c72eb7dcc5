using System.Threading.Channels;

namespace PlanDsl.Cli;

/// <summary>Tells a run as it goes: one event a line, each a JSON object.</summary>
/// <param name="output">Where it is written.</param>
internal sealed class JsonLinesReport(TextWriter output) : IRunReport
{
    public async Task FollowAsync(ChannelReader<PlanEvent> events)
    {
        await foreach (var happened in events.ReadAllAsync())
            JsonText.WriteLine(output, ShownEvent.Of(happened), PlanEventJson.Write);
    }

    /// <summary>Its last event has told it.</summary>
    public void End(EndedRun run)
    {
    }
}
