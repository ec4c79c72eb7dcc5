namespace PlanDsl.Cli;

/// <summary>The way of an edge through a picture.</summary>
/// <param name="From">The number of the node that it leaves.</param>
/// <param name="To">The number of the node that it reaches.</param>
/// <param name="Points">The points it passes, two by two: straight from the first to the second through a layer, in a curve from the
/// second to the third across the gutter, and so on.</param>
internal sealed record EdgeRoute(int From, int To, IReadOnlyList<(double X, double Y)> Points);
