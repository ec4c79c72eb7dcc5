namespace PlanDsl;

/// <summary>Ends sentences.</summary>
internal static class Sentence
{
    /// <summary>What is said, with a full stop unless it ends in a question.</summary>
    public static string Of(string said) => said.EndsWith('?') ? said : said + ".";
}
