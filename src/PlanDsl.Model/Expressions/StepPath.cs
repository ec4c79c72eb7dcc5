using System.Globalization;

namespace PlanDsl.Model;

/// <summary>What a path such as <c>steps.build.status</c> names.</summary>
/// <param name="Id">The step's id. The child <c>mirrors[0]</c> of a group is named <c>steps.mirrors[0]</c>.</param>
/// <param name="Member">What is read of it: <c>status</c> or <c>error</c>, if the author has made no mistake.</param>
/// <param name="Used">How many segments of the path that takes.</param>
public sealed record StepPath(string Id, string Member, int Used)
{
    /// <summary>The root of such paths.</summary>
    public const string Root = "steps";

    /// <summary>What <paramref name="path"/> names; <see langword="null"/> if it is no such path, or does not lead to a member of a step.</summary>
    public static StepPath? From(PathExpression path)
    {
        var segments = path.Segments;
        if (!string.Equals(path.Root, Root, StringComparison.Ordinal) || segments.Count < 2 || segments[0].Name is not { } id)
            return null;
        if (segments[1].Name is { } member)
            return new(id, member, 2);
        return segments.Count > 2 && segments[2].Name is { } childsMember
            ? new(ChildOf(id, segments[1].Index), childsMember, 3)
            : null;
    }

    /// <summary>The id of a child that has none of its own.</summary>
    /// <param name="group">The id of its group.</param>
    /// <param name="number">Its number in the group, from 0.</param>
    internal static string ChildOf(string group, int number) => $"{group}[{number.ToString(CultureInfo.InvariantCulture)}]";

    /// <summary>The path to a step: <c>steps.build</c>, <c>steps["1-build"]</c>, and <c>steps.mirrors[0]</c> for a child.</summary>
    internal static string To(string id)
    {
        var child = id.IndexOf('[');
        var (name, rest) = child < 0 ? (id, "") : (id.Substring(0, child), id.Substring(child));
        return (ExpressionLexer.IsName(name) ? $"{Root}.{name}" : $"{Root}[\"{name}\"]") + rest;
    }
}
