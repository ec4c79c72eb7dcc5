namespace PlanDsl.Cli;

/// <summary>A place in a text.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column in UTF-16 code units, from 1.</param>
internal readonly record struct TextPlace(int Line, int Column);
