using System.Collections.Immutable;
using PlanDsl.Model;

namespace PlanDsl.Generators;

/// <summary>Draws a machine for Mermaid, its names in snake_case as in events and journals.</summary>
internal static class MermaidStateDiagram
{
    // Words that open a statement of the diagram language, or close one; a state of that name needs another identifier.
    private static readonly ImmutableHashSet<string> Keywords = ImmutableHashSet.Create(
        StringComparer.Ordinal, "as", "class", "classdef", "click", "default", "direction", "end", "hide", "href", "note", "scale", "state", "style");

    /// <summary>The text of the diagram, without a final line break.</summary>
    public static string Of(StateMachineModel machine)
    {
        var names = ShownNames(machine.States);
        var ids = names.Select(static name => Keywords.Contains(name) ? name + "_" : name).ToArray();
        var triggers = ShownNames(machine.Triggers);
        var lines = new List<string> { "stateDiagram-v2" };
        for (var state = 0; state < ids.Length; state++)
        {
            if (ids[state] != names[state])
                lines.Add($"    state \"{names[state]}\" as {ids[state]}");
        }

        if (machine.Initial is { } initial)
            lines.Add($"    [*] --> {ids[initial]}");
        lines.AddRange(machine.Transitions.Where(static transition => transition.IsWhole)
            .Select(transition => $"    {ids[transition.From]} --> {ids[transition.To]} : {triggers[transition.Trigger]}"));
        lines.AddRange(machine.Terminal.Distinct().Select(state => $"    {ids[state]} --> [*]"));
        return string.Join("\n", lines);
    }

    // Two names may differ in nothing that snake_case keeps; then all stay as they are in the enum.
    private static string[] ShownNames(EquatableArray<string> names)
    {
        var shown = names.Select(SnakeCase.From).ToArray();
        return shown.Distinct(StringComparer.Ordinal).Count() == shown.Length ? shown : [.. names];
    }
}
