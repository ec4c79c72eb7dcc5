namespace PlanDsl.Model;

/// <summary>What is said of the inputs that a step gives to the plan that it runs: the same of a plan file whether it is compiled or not.</summary>
internal static class HandedTexts
{
    /// <summary>Who gives them.</summary>
    public static string PlaceOf(string step, MethodRole role) => role switch
    {
        MethodRole.Fallback => $"the fallback of step '{step}'",
        MethodRole.Compensate => $"the compensation of step '{step}'",
        _ => $"step '{step}'",
    };

    /// <summary>The arguments of PLAN0201 for an input that is not given.</summary>
    public static EquatableArray<string> NotGiven(string input, string planId, string place) =>
        [$"Nothing gives a value to '{input}'", $"input '{input}' of plan '{planId}', run by {place},", $"add \"{input}\" to with, or give the input a default"];

    /// <summary>The arguments of PLAN0502 for what is no input.</summary>
    public static EquatableArray<string> NoInput(string name, string planId, string place, string? nearest, IEnumerable<string> inputs)
    {
        string[] few = [.. inputs.Take(7)];
        var remedy = nearest is not null ? $"did you mean '{nearest}'?"
            : few.Length == 0 ? "that plan has none, so remove it"
            : $"its inputs are {string.Join(", ", few.Take(6).Select(static input => $"'{input}'"))}{(few.Length > 6 ? ", …" : "")}";
        return [name, $"with of {place}, which gives plan '{planId}' its inputs", remedy];
    }
}
