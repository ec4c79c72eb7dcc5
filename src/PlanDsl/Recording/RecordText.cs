namespace PlanDsl;

/// <summary>What there is to say where something cannot be recorded.</summary>
internal static class RecordText
{
    public static string OfResult(string step, string plan, Type? type, string fault) =>
        $"The result of step '{step}' of plan '{plan}' is of type '{type}', which cannot be recorded in a journal: {fault}";

    public static string OfInput(string input, string of, Type type, string fault) =>
        $"Input '{input}' of {of} is of type '{type}', which cannot be recorded in a journal: {fault}";
}
