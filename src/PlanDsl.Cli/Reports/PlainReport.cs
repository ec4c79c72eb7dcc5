using System.Threading.Channels;

namespace PlanDsl.Cli;

/// <summary>Tells a run in plain lines, as it goes: for logs, and for terminals that know no more.</summary>
/// <param name="output">Where it is written.</param>
internal sealed class PlainReport(TextWriter output) : IRunReport
{
    public async Task FollowAsync(ChannelReader<PlanEvent> events)
    {
        var log = new PlainLog();
        await foreach (var happened in events.ReadAllAsync())
        {
            if (log.LineOf(happened) is { } line)
                output.WriteLine(line);
        }
    }

    public void End(EndedRun run) => RunEndText.Write(output, run);
}
