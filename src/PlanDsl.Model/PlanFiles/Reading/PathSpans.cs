namespace PlanDsl.Model;

/// <summary>Where the names of a path stand in the text of a plan file.</summary>
internal static class PathSpans
{
    /// <summary>The root of a path for 0, else the segment with this number, counted from 1.</summary>
    public static TextSpan Of(PathExpression path, int segment, JsonNode source) =>
        segment == 0 || segment > path.Segments.Count
            ? JsonStrings.SpanIn(source, path.Start, Math.Min(path.Root.Length, path.Length))
            : JsonStrings.SpanIn(source, path.Segments[segment - 1].Start, path.Segments[segment - 1].Length);

    /// <summary>The whole of it.</summary>
    public static TextSpan Of(PathExpression path, JsonNode source) => JsonStrings.SpanIn(source, path.Start, path.Length);
}
