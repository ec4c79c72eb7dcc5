using PlanDsl.Model;

namespace PlanDsl.Cli;

/// <summary>How large steps and groups are drawn.</summary>
internal static class BoxSizes
{
    /// <summary>The height of a step.</summary>
    public const double StepHeight = 44;

    /// <summary>The height of a group's heading.</summary>
    public const double Heading = 30;

    /// <summary>The room between the members of a group, and around them.</summary>
    public const double Padding = 8;

    private const double Narrowest = 132;
    private const double Widest = 260;
    private const int MembersInColumn = 12;

    /// <summary>How wide a step is drawn.</summary>
    public static double WidthOf(StepModel step) =>
        Math.Clamp(28 + Math.Max(TextWidth.Of(step.Id, 7.6), Math.Min(TextWidth.Of(StepLabel.Of(step), 6.3), 170)), Narrowest, Widest);

    /// <summary>How many columns the members of a group stand in.</summary>
    public static int ColumnsOf(DrawnStep group) => (group.Members.Length + MembersInColumn - 1) / MembersInColumn;

    /// <summary>How wide each member of a group is drawn.</summary>
    public static double MemberWidthOf(DrawnStep group, PlanModel model) => group.Members.Max(member => WidthOf(model.Steps[member]));

    /// <summary>How large a step is, or a group with its members.</summary>
    public static (double Width, double Height) Of(DrawnStep node, PlanModel model)
    {
        if (node.Members.IsEmpty)
            return (WidthOf(model.Steps[node.Step]), StepHeight);
        var columns = ColumnsOf(node);
        var rows = (node.Members.Length + columns - 1) / columns;
        var width = Padding + (columns * (MemberWidthOf(node, model) + Padding));
        return (Math.Max(width, 44 + TextWidth.Of(model.Steps[node.Step].Id, 7.6) + TextWidth.Of(StepLabel.Of(model.Steps[node.Step]), 6.3)), Heading + (rows * (StepHeight + Padding)));
    }
}
