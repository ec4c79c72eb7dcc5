using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>The value of a plan file in which a text stands, by the way to it from the object of its step, or of its fallback or
/// compensation: <c>with.lines[0]</c>.</summary>
/// <param name="Segments">The properties and elements on the way.</param>
public sealed record TextPlace(EquatableArray<PathSegment> Segments)
{
    /// <summary>A property.</summary>
    public static TextPlace Of(string property) => new([PathSegment.Member(property)]);

    /// <summary>A property of this.</summary>
    public TextPlace Member(string name) => new([.. Segments, PathSegment.Member(name)]);

    /// <summary>An element of this.</summary>
    public TextPlace Element(int index) => new([.. Segments, PathSegment.Element(index)]);

    /// <summary>The property as messages name it: an environment variable by its name, all else by the property that holds it.</summary>
    internal string Property
    {
        get
        {
            var first = Segments[0].Name is "agent" && Segments.Count > 1 ? 1 : 0;
            return Segments[first].Name is "env" && Segments.Count > first + 1 ? $"env.{Segments[first + 1].Name}" : Segments[first].Name!;
        }
    }

    /// <summary>The whole way as messages name it.</summary>
    public override string ToString() => new PathExpression(Segments[0].Name!, Segments.Skip(1).ToEquatableArray()).ToString();
}
