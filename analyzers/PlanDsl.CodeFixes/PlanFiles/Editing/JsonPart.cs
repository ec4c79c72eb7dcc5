namespace PlanDsl.CodeFixes;

/// <summary>A property of an object or an element of an array.</summary>
/// <param name="Node">The number of its first node: the name of a property.</param>
/// <param name="Start">Where it starts in the text.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Comma">Where the comma behind it stands; <see langword="null"/> where there is none.</param>
internal readonly record struct JsonPart(int Node, int Start, int End, int? Comma);
