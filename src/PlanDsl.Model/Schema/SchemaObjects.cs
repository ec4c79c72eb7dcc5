namespace PlanDsl.Model;

/// <summary>The schemas of the objects of the grammar.</summary>
internal static class SchemaObjects
{
    /// <summary>The objects that may stand in <paramref name="root"/>, each once, in the order in which they are met.</summary>
    public static IReadOnlyList<GrammarObject> ContainedIn(GrammarObject root)
    {
        var found = new List<GrammarObject>();
        var rest = new Queue<GrammarObject>();
        rest.Enqueue(root);
        while (rest.Count > 0)
        {
            foreach (var property in rest.Dequeue().Properties)
            {
                if (property.Object?.Invoke() is not { } inner || found.Contains(inner))
                    continue;
                found.Add(inner);
                rest.Enqueue(inner);
            }
        }

        return found;
    }

    /// <summary>Writes the inside of the schema of <paramref name="grammar"/>.</summary>
    public static void Write(SchemaWriter writer, GrammarObject grammar)
    {
        writer.Text("description", grammar.Description);
        if (grammar == PlanFileGrammar.Plan)
            writer.Text("type", "object");
        else
            writer.Texts("type", ["object", "null"]);
        writer.Begin("properties");
        foreach (var property in grammar.Properties)
        {
            writer.Begin(property.Name);
            writer.Text("description", property.Description);
            WriteType(writer, property);
            writer.End();
        }

        writer.End();
        var required = grammar.Properties.Where(static property => property.IsRequired).Select(static property => property.Name).ToArray();
        if (required.Length > 0)
            writer.Texts("required", required);
        if (grammar == PlanFileGrammar.Step)
            WriteParallel(writer, grammar);
        if (!grammar.IsOpen)
            writer.False("additionalProperties");
    }

    // Of a parallel step nothing is said that its children say.
    private static void WriteParallel(SchemaWriter writer, GrammarObject step)
    {
        writer.Begin("if");
        writer.Begin("properties");
        writer.Begin("parallel");
        writer.Text("type", "object");
        writer.End();
        writer.End();
        writer.Texts("required", ["parallel"]);
        writer.End();
        writer.Begin("then");
        writer.Begin("properties");
        foreach (var property in step.Properties)
        {
            if (property.Kinds != StepProperties.OfOne)
                continue;
            writer.Begin(property.Name);
            if (StepProperties.MayBeZero(property.Name))
                writer.Number("maximum", 0);
            else
                writer.Text("type", "null");
            writer.End();
        }

        writer.End();
        writer.End();
    }

    private static void WriteType(SchemaWriter writer, GrammarProperty property)
    {
        switch (property.Type)
        {
            case PropertyType.Any:
                return;
            case PropertyType.Choice:
                writer.Texts("enum", property.Choices, orNull: true);
                return;
            case PropertyType.Text or PropertyType.Template or PropertyType.Path or PropertyType.Condition:
                WriteName(writer, property, "string");
                return;
            case PropertyType.Boolean:
                WriteName(writer, property, "boolean");
                return;
            case PropertyType.Integer or PropertyType.Number:
                WriteName(writer, property, property.Type is PropertyType.Integer ? "integer" : "number");
                if (property.Minimum is { } least)
                    writer.Number("minimum", least);
                return;
            case PropertyType.Texts or PropertyType.Templates or PropertyType.Choices:
                WriteName(writer, property, "array");
                writer.Begin("items");
                if (property.Type is PropertyType.Choices)
                    writer.Texts("enum", property.Choices);
                else
                    writer.Text("type", "string");
                writer.End();
                return;
            case PropertyType.Objects:
                WriteName(writer, property, "array");
                writer.Begin("items");
                writer.Text("$ref", "#/$defs/" + property.Object!().Name);
                writer.End();
                return;
            case PropertyType.Object:
                writer.Text("$ref", "#/$defs/" + property.Object!().Name);
                return;
            default:
                WriteName(writer, property, "object");
                WriteValues(writer, property);
                return;
        }
    }

    private static void WriteValues(SchemaWriter writer, GrammarProperty property)
    {
        if (property.Type is not (PropertyType.TemplateMap or PropertyType.ObjectMap))
            return;
        writer.Begin("additionalProperties");
        if (property.Type is PropertyType.TemplateMap)
            writer.Text("type", "string");
        else
            writer.Text("$ref", "#/$defs/" + property.Object!().Name);
        writer.End();
    }

    private static void WriteName(SchemaWriter writer, GrammarProperty property, string name)
    {
        if (property.IsRequired)
            writer.Text("type", name);
        else
            writer.Texts("type", [name, "null"]);
    }
}
