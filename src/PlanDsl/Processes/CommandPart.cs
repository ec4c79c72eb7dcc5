namespace PlanDsl;

/// <summary>A part of a text that a shell is to read: written by the plan's author, or a value that was inserted.</summary>
/// <param name="Text">The text, or the value.</param>
/// <param name="IsValue">Whether it is a value, which no shell may read as anything but one word.</param>
internal readonly record struct CommandPart(string Text, bool IsValue)
{
    public static CommandPart Literal(string text) => new(text, IsValue: false);

    public static CommandPart Value(string value) => new(value, IsValue: true);
}
