using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>Writes how a command is started.</summary>
internal static class CommandBodies
{
    private const string Type = "global::PlanDsl.StepCommand";

    public static MethodBody? Write(MethodLowering method, CommandBody command)
    {
        var before = EnvironmentOf(method, command);
        var arguments = ArgumentsOf(method, command);
        var start = command.IsShell ? ShellOf(method, command, arguments) : ProgramOf(method, command, arguments);
        var directory = command.WorkingDirectory is { } declared ? method.Writer.Text(declared, TextPlace.Of("cwd")) : null;
        if (before is null || start is null || (command.WorkingDirectory is not null && directory is null))
            return null;

        var settings = new List<(string Name, string Value)>();
        if (directory is not null)
            settings.Add(("WorkingDirectory", directory));
        if (before.Count > 0)
            settings.Add(("Environment", method.Parameters.EnvironmentName));
        return MethodBody.Task($"{Made(start, settings, command.IsShell)}.RunAsync({method.Parameters.Context()})", CodeTypes.CommandResult) with { Before = before };
    }

    private static string Made(string start, List<(string Name, string Value)> settings, bool isShell) =>
        isShell ? $"{Type}.Shell({string.Join(", ", settings.Select(static setting => $"{char.ToLowerInvariant(setting.Name[0])}{setting.Name.Substring(1)}: {setting.Value}").Prepend(start))})"
        : settings.Count == 0 ? $"new {Type}({start})"
        : $"new {Type}({start}) {{ {string.Join(", ", settings.Select(static setting => $"{setting.Name} = {setting.Value}"))} }}";

    // Each variable may read those above it; what else the command says reads all.
    private static List<string>? EnvironmentOf(MethodLowering method, CommandBody command)
    {
        var plan = method.Plan.Environment;
        if (!plan.HasAny && command.Environment.IsEmpty)
            return [];
        var lines = new List<string> { $"var {method.Parameters.EnvironmentName} = {plan.New(method.Roots)};" };
        var isWhole = true;
        foreach (var (name, value) in command.Environment)
        {
            var text = method.Writer.Text(value, TextPlace.Of("env").Member(name));
            isWhole &= text is not null;
            lines.Add($"{method.Parameters.EnvironmentName}[{CSharpText.Quote(name)}] = {text};");
            method.Roots.EnvironmentNames.Add(name);
        }

        return isWhole ? lines : null;
    }

    private static string? ArgumentsOf(MethodLowering method, CommandBody command)
    {
        var items = new List<string>();
        var isWhole = true;
        for (var index = 0; index < command.Args.Count; index++)
        {
            var argument = method.Writer.Arguments(command.Args[index], TextPlace.Of("args").Element(index));
            isWhole &= argument is not null;
            items.AddRange(argument ?? []);
        }

        return isWhole ? $"[{string.Join(", ", items)}]" : null;
    }

    private static string? ProgramOf(MethodLowering method, CommandBody command, string? arguments)
    {
        var program = method.Writer.Text(command.Command, TextPlace.Of("command"));
        return program is null || arguments is null ? null : $"{program}, {arguments}";
    }

    private static string? ShellOf(MethodLowering method, CommandBody command, string? arguments)
    {
        method.Roots.IsShell = true;
        var text = method.Writer.ShellText(command.Command, TextPlace.Of("command"));
        method.Roots.IsShell = false;
        return text is null || arguments is null ? null : $"{text}, {arguments}";
    }
}
