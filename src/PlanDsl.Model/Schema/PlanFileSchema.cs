namespace PlanDsl.Model;

/// <summary>The JSON Schema of plan files, by which editors complete and explain every property.</summary>
public static class PlanFileSchema
{
    /// <summary>The schema, draft 2020-12, made of the grammar that plan files are read by.</summary>
    public static string Json { get; } = Write();

    private static string Write()
    {
        var writer = new SchemaWriter();
        writer.Begin();
        writer.Text("$schema", "https://json-schema.org/draft/2020-12/schema");
        writer.Text("title", "Plan file of PlanDsl, " + SchemaVersions.Current);
        SchemaObjects.Write(writer, PlanFileGrammar.Plan);
        writer.Begin("$defs");
        foreach (var definition in SchemaObjects.ContainedIn(PlanFileGrammar.Plan))
        {
            writer.Begin(definition.Name);
            SchemaObjects.Write(writer, definition);
            writer.End();
        }

        writer.End();
        writer.End();
        return writer.ToString();
    }
}
