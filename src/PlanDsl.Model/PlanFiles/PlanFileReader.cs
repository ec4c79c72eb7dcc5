namespace PlanDsl.Model;

/// <summary>Reads plan files.</summary>
public static class PlanFileReader
{
    /// <summary>How many bytes a file may have, in UTF-8: 64 MiB.</summary>
    public const int MaxBytes = JsonTree.MaxBytes;

    /// <summary>How many steps and children a file may have.</summary>
    public const int MaxSteps = 100_000;

    /// <summary>How many steps run at once in a plan file that says nothing of it.</summary>
    public const int DefaultMaxParallel = 4;

    /// <summary>Reads a plan file. Never throws, whatever the text is, and takes time and memory in proportion to its length.</summary>
    /// <param name="text">What stands in the file: JSON, with comments and trailing commas.</param>
    /// <param name="fileName">The file's name, with or without its path: a plan without <c>plan_id</c> is named after it.</param>
    /// <returns>The plan as far as it can be read, and all that is wrong with the file as such.</returns>
    public static PlanFile Read(string text, string fileName) => new PlanReader(JsonTree.Parse(text), fileName).Read();
}
