using System.Text;

namespace PlanDsl.Model;

/// <summary>A string of a plan file into which values are put: text, variables <c>${NAME}</c> and expressions
/// <c>{{ orders.total }}</c>. Immutable, and equal to another that means the same.</summary>
/// <remarks><c>$${</c> stands for <c>${</c>, and <c>{{{{</c> for <c>{{</c>. A <c>${</c> that no name and <c>}</c> follow is text, so that what a
/// shell makes of <c>${NAME:-default}</c> reaches it. The string is read once; what is put into it is not read again.</remarks>
public sealed record Template
{
    internal Template(EquatableArray<TemplatePart> parts, EquatableArray<ExpressionFault> faults) => (Parts, Faults) = (parts, faults);

    /// <summary>The parts in their order, no two texts side by side; none for the empty string.</summary>
    public EquatableArray<TemplatePart> Parts { get; }

    /// <summary>What is wrong with it, in its order, as far as anybody may want to see it.</summary>
    public EquatableArray<ExpressionFault> Faults { get; }

    /// <summary>What else is wrong with it and is counted only.</summary>
    internal OmittedFaults Omitted { get; init; }

    /// <summary>Whether it is text and nothing else.</summary>
    public bool IsLiteral => Parts.Count == 0 || (Parts.Count == 1 && Parts[0].Kind is TemplatePartKind.Text);

    /// <summary>The expression whose value the template is, of whatever type, because it is exactly one <c>{{ … }}</c>;
    /// <see langword="null"/> for any other.</summary>
    public Expression? Whole => Parts.Count == 1 ? Parts[0].Expression : null;

    /// <summary>Parses <paramref name="text"/>. Never throws, and takes time in proportion to its length.</summary>
    public static Template Parse(string text) => TemplateReader.Read(text);

    /// <summary>Whether both mean the same.</summary>
    public bool Equals(Template? other) => other is not null && Parts == other.Parts && Faults == other.Faults;

    /// <inheritdoc/>
    public override int GetHashCode() => Parts.GetHashCode();

    /// <summary>The template as text that is parsed into an equal one.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var part in Parts)
        {
            switch (part.Kind)
            {
                case TemplatePartKind.Text:
                    TemplateEscapes.Append(part.Text, text);
                    break;
                case TemplatePartKind.Variable:
                    text.Append("${").Append(part.Text).Append('}');
                    break;
                default:
                    text.Append("{{ ").Append(part.Expression?.ToString() ?? part.Text.Trim()).Append(" }}");
                    break;
            }
        }

        return text.ToString();
    }
}
