using PlanDsl;

namespace RepoAudit;

/// <summary>Draws the run: a bar per step, the critical path in colour.</summary>
internal static class TimelineSection
{
    private const int Labels = 150;
    private const int Bars = 700;
    private const int Width = Labels + Bars + 90;
    private const int Row = 26;
    private const int Bar = 14;
    private const int Axis = 22;

    public static void Write(Html html, RunTimeline timeline)
    {
        var critical = timeline.CriticalPath;
        var length = critical.Sum(id => timeline.Steps.First(step => step.Id == id).Duration.TotalSeconds);
        html.Write($"""
            <section id="run">
            <h2>How this audit ran</h2>
            <p>{timeline.Steps.Count:N0} steps in {Quantity.Of(timeline.Duration)}.
            The <b class="critical">critical path</b>, {Quantity.Of(TimeSpan.FromSeconds(length))}, is
            {string.Join(" → ", critical)}.</p>
            <div class="scroll">
            <svg class="timeline" viewBox="0 0 {Width:0} {Axis + (Row * timeline.Steps.Count):0}" role="img" aria-label="Timeline of the run">

            """);
        WriteAxis(html, timeline);
        for (var i = 0; i < timeline.Steps.Count; i++)
            WriteStep(html, timeline, i, critical.Contains(timeline.Steps[i].Id));

        html.Write($"""
            </svg>
            </div>

            """);
        foreach (var step in timeline.Steps.Where(step => step.Error is not null))
        {
            html.Write($"""
                <p class="quiet"><code>{step.Id}</code> failed, and the audit went on without it: {step.Error}</p>

                """);
        }

        html.Write($"</section>\n");
    }

    private static void WriteAxis(Html html, RunTimeline timeline)
    {
        var bottom = Axis + (Row * timeline.Steps.Count);
        for (var tick = TimeSpan.Zero; tick <= timeline.Duration; tick += TickOf(timeline.Duration))
        {
            html.Write($"""
                <line class="tick" x1="{X(timeline, tick):0.##}" y1="{Axis - 6:0}" x2="{X(timeline, tick):0.##}" y2="{bottom:0}"/>
                <text class="axis" x="{X(timeline, tick):0.##}" y="11">{(tick > TimeSpan.Zero ? Quantity.Of(tick) : "0")}</text>

                """);
        }
    }

    private static void WriteStep(Html html, RunTimeline timeline, int index, bool isCritical)
    {
        var step = timeline.Steps[index];
        var top = Axis + (Row * index);
        var kind = step.Status is not StepStatus.Succeeded ? "lost" : isCritical ? "critical" : "plain";
        var start = X(timeline, step.Start);
        var width = Math.Max(1.5, X(timeline, step.End) - start);
        html.Write($"""
            <g class="{kind}"><title>{step.Id}: {step.Status:G}, {Quantity.Of(step.Start)} to {Quantity.Of(step.End)}</title>
            <text class="label" x="{Labels - 10:0}" y="{top + 15:0}">{step.Id}</text>
            <rect x="{start:0.##}" y="{top + 4:0}" width="{width:0.##}" height="{Bar:0}" rx="2"/>
            <text class="time" x="{start + width + 6:0.##}" y="{top + 15:0}">{Quantity.Of(step.Duration)}</text></g>

            """);
    }

    private static double X(RunTimeline timeline, TimeSpan time) =>
        Labels + (Bars * time.TotalSeconds / Math.Max(1e-6, timeline.Duration.TotalSeconds));

    // 1, 2 or 5 times a power of ten, so that four to nine ticks fit.
    private static TimeSpan TickOf(TimeSpan duration)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(Math.Max(1, duration.TotalMicroseconds))));
        var leading = duration.TotalMicroseconds / power;
        return TimeSpan.FromMicroseconds(Math.Max(1, power * (leading < 2 ? 0.2 : leading < 4 ? 0.5 : 1)));
    }
}
