using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace PlanDsl;

/// <summary>Takes the parts of a text that a shell reads apart: what the plan's author wrote, and values that were put into it. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[InterpolatedStringHandler]
public readonly struct ShellTextHandler
{
    private readonly List<CommandPart> _parts;

    /// <summary>A text without parts.</summary>
    /// <param name="literalLength">How many characters the author wrote.</param>
    /// <param name="formattedCount">How many values there are.</param>
    public ShellTextHandler(int literalLength, int formattedCount) => _parts = new((formattedCount * 2) + (literalLength > 0 ? 1 : 0));

    internal IReadOnlyList<CommandPart> Parts => _parts ?? [];

    /// <summary>Adds what the author wrote, which the shell reads as it stands.</summary>
    /// <param name="text">The text.</param>
    public void AppendLiteral(string text) => _parts.Add(CommandPart.Literal(text));

    /// <summary>Adds a value, which the shell reads as one word or a part of one.</summary>
    /// <param name="value">The value.</param>
    public void AppendFormatted(string value) => _parts.Add(CommandPart.Value(value));

    /// <summary>Adds the value of a variable, or, where it has none, the variable as the shell reads it.</summary>
    /// <param name="variable">The variable.</param>
    public void AppendFormatted(ShellVariable variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        if (variable.Value is { } value)
            AppendFormatted(value);
        else
            AppendLiteral($"${{{variable.Name}}}");
    }
}
