using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace Mirrors;

/// <summary>Writes the metrics, a line for each instrument and set of tags.</summary>
internal sealed class MetricLines(TextWriter output) : BaseExporter<Metric>
{
    public override ExportResult Export(in Batch<Metric> batch)
    {
        output.WriteLine("metrics");
        foreach (var metric in batch)
        {
            foreach (ref readonly var point in metric.GetMetricPoints())
                output.WriteLine($"  {metric.Name,-24} {ValueOf(metric, point),-20} {TagsOf(point)}");
        }

        return ExportResult.Success;
    }

    private static string ValueOf(Metric metric, in MetricPoint point) => metric.MetricType is MetricType.Histogram
        ? FormattableString.Invariant($"{point.GetHistogramCount()} in {point.GetHistogramSum():0.000} s")
        : FormattableString.Invariant($"{point.GetSumLong()}");

    private static string TagsOf(in MetricPoint point)
    {
        var tags = new List<string>();
        foreach (var tag in point.Tags)
        {
            if (tag.Key != "plandsl.plan.id")
                tags.Add($"{tag.Key}={tag.Value}");
        }

        return string.Join(' ', tags);
    }
}
