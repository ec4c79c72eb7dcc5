namespace PlanDsl.Model;

/// <summary>Reads strings into which values are inserted, and expressions.</summary>
internal sealed class InsertionReader(FileFindings findings)
{
    /// <summary>Reads a string, and adds what it refers to.</summary>
    /// <param name="node">The string.</param>
    /// <param name="references">Where its references go.</param>
    /// <param name="property">The property that it is, or belongs to.</param>
    /// <param name="mayBeNull">Whether <c>null</c> can be inserted, where the string is exactly one expression.</param>
    /// <param name="member">The member of the property that it is; <see langword="null"/> where it is the property itself or an element.</param>
    public Template Read(JsonNode node, ReferenceReader references, string property, bool mayBeNull, string? member = null)
    {
        var template = Template.Parse(node.Value);
        foreach (var fault in template.Faults)
            Report(node, fault, Place.Named(property, member), references.Scope.Place);
        Omit(node, RuleIds.InvalidTemplate, template.Omitted);
        if (template.IsLiteral || !template.Faults.IsEmpty)
            return template;
        if (template.Whole is { } whole)
        {
            references.Add(whole, node, mayBeNull);
            return template;
        }

        foreach (var part in template.Parts)
        {
            if (part.Expression is { } expression)
                references.Add(expression, node, mayBeNull: false);
        }

        return template;
    }

    /// <summary>Reads a string that a process is given, be it as the program, as an argument or by its environment: no system has texts with U+0000 there.</summary>
    /// <param name="node">The string.</param>
    /// <param name="references">Where its references go.</param>
    /// <param name="property">The property that it is, or belongs to.</param>
    /// <param name="member">The member of the property that it is; <see langword="null"/> where it is the property itself or an element.</param>
    public Template ReadForProcess(JsonNode node, ReferenceReader references, string property, string? member = null)
    {
        var template = Read(node, references, property, mayBeNull: false, member);
        foreach (var part in template.Parts)
        {
            if (part.Kind is not TemplatePartKind.Text || part.Text.IndexOf('\0') < 0)
                continue;
            findings.Add(RuleIds.WrongType, JsonStrings.SpanIn(node, node.Value.IndexOf('\0', part.Start), 1),
                [references.Scope.Place.NameOf(property, member), "has the character U+0000, which no process can be given; leave it out"]);
            break;
        }

        return template;
    }

    /// <summary>Reads a condition, and adds what it refers to; <see langword="null"/> where it is none.</summary>
    public Expression? ReadCondition(JsonNode node, ReferenceReader references, string property)
    {
        var written = node.Value;
        var parsed = Expression.Parse(written);
        foreach (var fault in Told(parsed))
            findings.Add(RuleIds.InvalidCondition, SpanOf(node, fault), [property, written, references.Scope.Place.Name, fault.Message]);
        Omit(node, RuleIds.InvalidCondition, parsed.Omitted);
        if (parsed is not { Root: { } root, Faults.IsEmpty: true })
            return null;
        references.Add(root, node, mayBeNull: false);
        return root;
    }

    /// <summary>Reads a path; <see langword="null"/> where it is none.</summary>
    public PathExpression? ReadPath(JsonNode node, string property, Place place)
    {
        var parsed = Expression.Parse(node.Value);
        foreach (var fault in Told(parsed))
            Report(node, fault, property, place);
        Omit(node, RuleIds.InvalidTemplate, parsed.Omitted);
        if (parsed.Faults.IsEmpty && parsed.Root is not PathExpression)
            findings.Add(RuleIds.InvalidTemplate, node.Span, [property, place.ToString(), TemplateFaults.Unreadable("it is no path to a value; write it like orders.lines")]);
        return parsed.Faults.IsEmpty ? parsed.Root as PathExpression : null;
    }

    // Two pairs of braces around an expression are one mistake.
    private static IEnumerable<ExpressionFault> Told(ParsedExpression parsed) =>
        parsed.Faults.Count == 2 && parsed.Faults[0].Message.StartsWith("'{{'", StringComparison.Ordinal) && parsed.Faults[1].Message.StartsWith("'}}'", StringComparison.Ordinal)
            ? parsed.Faults.Take(1)
            : parsed.Faults;

    private void Report(JsonNode node, ExpressionFault fault, string property, Place place) =>
        findings.Add(RuleIds.InvalidTemplate, SpanOf(node, fault), [property, place.ToString(), TemplateFaults.Unreadable(fault.Message)]);

    private void Omit(JsonNode node, string id, OmittedFaults others)
    {
        if (others.First is { } first)
            findings.All.Omit(id, FindingSeverity.Error, Anchor.Text(SpanOf(node, first)), others.Count);
    }

    // Of something that is missing at the end of a string, its closing quote is shown.
    private static TextSpan SpanOf(JsonNode node, ExpressionFault fault) => JsonStrings.SpanIn(node, fault.Start, Math.Max(1, fault.Length));
}
