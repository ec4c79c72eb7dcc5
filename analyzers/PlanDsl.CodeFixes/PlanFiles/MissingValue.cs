using System.Globalization;
using PlanDsl.Model;

namespace PlanDsl.CodeFixes;

/// <summary>What the value of a property would most probably be that an object of a plan file lacks.</summary>
internal static class MissingValue
{
    /// <summary>Whether a property is usually the first of its object.</summary>
    public static bool StandsFirst(string property) => property is "id" or "agent_id" or "signal";

    /// <summary>The value as JSON; <see langword="null"/> where there is none that says anything.</summary>
    public static string? Of(string property, JsonPlace place) => Of(property, place, static _ => true);

    /// <summary>The same, where ids are to be free.</summary>
    public static string? Of(string property, JsonPlace place, Func<string, bool> isFree) => property switch
    {
        "id" => JsonWriting.Quote(Free(NameOfDoing(place.Object!.Value), isFree)),
        "status" => "\"pending\"",
        "agent_id" or "signal" or "command" => JsonWriting.Quote(StepAround(place)),
        "call" => JsonWriting.Quote(PascalCase.From(StepAround(place))),
        "agent" => $"{{ \"agent_id\": {JsonWriting.Quote(StepAround(place))} }}",
        "wait" => $"{{ \"signal\": {JsonWriting.Quote(StepAround(place))} }}",
        _ => null,
    };

    // The step that the object belongs to goes by its id.
    private static string StepAround(JsonPlace place)
    {
        foreach (var node in place.Nodes.Reverse())
        {
            if (node.Find("id") is { Kind: JsonKind.String } id && NameRules.FaultOfStepId(id.Value) is null)
                return id.Value;
        }

        return place.Object is { } step ? NameOfDoing(step) : "step";
    }

    private static string NameOfDoing(JsonNode step)
    {
        var doing = TextOf(step.Find("call")) ?? TextOf(step.Find("plan")) ?? TextOf(step.Find("agent")?.Find("agent_id")) ?? TextOf(step.Find("agent_id"))
            ?? TextOf(step.Find("wait")?.Find("signal")) ?? ProgramOf(TextOf(step.Find("command"))) ?? "";
        return NameRules.ResultKeyFrom(doing) is { Length: > 0 } name && NameRules.FaultOfStepId(name) is null ? name : "step";
    }

    // 'make' of 'bin/make.sh all'.
    private static string? ProgramOf(string? command)
    {
        var program = command?.Trim().Split(' ')[0];
        program = program?.Substring(program.LastIndexOfAny(['/', '\\']) + 1);
        return program?.IndexOf('.') is > 0 and var dot ? program.Substring(0, dot) : program;
    }

    private static string? TextOf(JsonNode? node) => node is { Kind: JsonKind.String } text ? text.Value : null;

    private static string Free(string name, Func<string, bool> isFree)
    {
        var free = name;
        for (var number = 2; !isFree(free); number++)
            free = name + "_" + number.ToString(CultureInfo.InvariantCulture);
        return free;
    }
}
