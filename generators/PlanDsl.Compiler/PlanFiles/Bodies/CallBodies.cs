using Microsoft.CodeAnalysis;
using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>Writes how a method of the class is called: PLAN0201, PLAN0202, PLAN0204 and PLAN0502 where what it is given is not what it takes.</summary>
internal static class CallBodies
{
    private const string With = "with";

    public static MethodBody? Write(MethodLowering method, CallBody call)
    {
        if (method.Plan.Calls.Find(method.Step, method.Role) is not { } bound)
        {
            foreach (var entry in call.With)
                method.Writer.Json(entry.Value, TextPlace.Of(With).Member(entry.Name));
            return null;
        }

        var arguments = new List<string>();
        var entries = call.With.ToDictionary(static entry => entry.Name, StringComparer.Ordinal);
        var isWhole = true;
        foreach (var parameter in bound.Method.Parameters)
        {
            var argument = Supplied(parameter, method);
            if (argument is null && entries.TryGetValue(SnakeCase.From(parameter.Name), out var entry))
            {
                argument = method.Writer.Into(entry.Value, TextPlace.Of(With).Member(entry.Name), method.Plan.Class!.Types.Of(parameter.Type), $"Parameter '{parameter.Name}'");
                isWhole &= argument is not null;
            }
            else if (argument is null && !parameter.HasExplicitDefaultValue && !parameter.IsParams)
            {
                ReportMissing(method, bound.Method, parameter);
                isWhole = false;
            }

            if (argument is not null)
                arguments.Add($"{TypeNames.Escape(parameter.Name)}: {argument}");
        }

        isWhole &= AreKnown(method, call, bound.Method);
        return isWhole ? BodyOf(method, bound, arguments) : null;
    }

    private static MethodBody BodyOf(MethodLowering method, BoundCall bound, List<string> arguments)
    {
        var called = bound.Method;
        if (bound.Returned.Kind is ReturnKind.Stream)
            method.Parameters.Token();
        return new($"{TypeNames.Escape(called.Name)}({string.Join(", ", arguments)})", bound.Returned.Kind, called.ReturnsVoid ? "void" : TypeNames.Full(called.ReturnType), bound.Result)
        {
            IsValueTask = bound.Returned.IsAsync && called.ReturnType.IsValueType,
            NeedsInstance = !called.IsStatic,
            Called = bound.Returned.IsAsync && called.ReturnType.IsValueType ? "" : called.Name,
        };
    }

    private static string? Supplied(IParameterSymbol parameter, MethodLowering method)
    {
        var symbols = method.Plan.Class!.Symbols;
        var read = ParameterReader.Read(parameter, symbols);
        return read.Kind switch
        {
            ParameterKind.CancellationToken => method.Parameters.Token(),
            ParameterKind.Context => method.Parameters.Context(),
            ParameterKind.Service => method.Parameters.Add(read with { Key = parameter.Name }, TypeNames.Declared(read.Type)),
            _ => null,
        };
    }

    private static bool AreKnown(MethodLowering method, CallBody call, IMethodSymbol called)
    {
        var names = called.Parameters
            .Where(parameter => ParameterReader.Read(parameter, method.Plan.Class!.Symbols).Kind is not (ParameterKind.CancellationToken or ParameterKind.Context or ParameterKind.Service))
            .Select(static parameter => SnakeCase.From(parameter.Name))
            .ToArray();
        var areKnown = true;
        foreach (var entry in call.With)
        {
            if (names.Contains(entry.Name, StringComparer.Ordinal))
                continue;
            areKnown = false;
            method.Writer.Json(entry.Value, TextPlace.Of(With).Member(entry.Name));
            var nearest = new Nearest(names).To(entry.Name);
            var remedy = nearest is not null ? $"did you mean '{nearest}'?"
                : names.Length == 0 ? "it takes nothing from a plan file, so remove it"
                : $"it takes {string.Join(", ", names.Select(static name => $"'{name}'"))}";
            method.Report(RuleIds.UnknownProperty, TextPlace.Of(With).Member(entry.Name), [entry.Name, $"with of {method.Place}, which method '{called.Name}' is called with", remedy], nearest, isName: true);
        }

        return areKnown;
    }

    private static void ReportMissing(MethodLowering method, IMethodSymbol called, IParameterSymbol parameter)
    {
        var name = SnakeCase.From(parameter.Name);
        method.Report(RuleIds.UnboundParameter, TextPlace.Of("call"),
            [$"Nothing gives a value to '{name}'", $"parameter '{parameter.Name}' of method '{called.Name}', called by {method.Place},", $"add \"{name}\" to with, or give the parameter a default"]);
    }
}
