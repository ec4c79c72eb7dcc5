using System.Diagnostics;
using OpenTelemetry;

namespace Mirrors;

/// <summary>Writes each trace as a tree, once its first span has ended; that is the last of them to end.</summary>
internal sealed class SpanTree(TextWriter output) : BaseExporter<Activity>
{
    private readonly List<Activity> _spans = [];

    public override ExportResult Export(in Batch<Activity> batch)
    {
        lock (_spans)
        {
            foreach (var span in batch)
            {
                _spans.Add(span);
                if (span.ParentSpanId == default)
                    Write(span);
            }
        }

        return ExportResult.Success;
    }

    private void Write(Activity root)
    {
        output.WriteLine("spans");
        Write(root, depth: 1);
        _spans.RemoveAll(span => span.TraceId == root.TraceId);
    }

    private void Write(Activity span, int depth)
    {
        var why = span.Status is ActivityStatusCode.Error ? "  " + span.GetTagItem("error.type") : "";
        output.WriteLine(FormattableString.Invariant($"{new string(' ', 2 * depth)}{span.DisplayName,-24} {span.Duration.TotalMilliseconds,7:0} ms{why}"));
        foreach (var child in _spans.Where(child => child.ParentSpanId == span.SpanId).OrderBy(child => child.StartTimeUtc))
            Write(child, depth + 1);
    }
}
