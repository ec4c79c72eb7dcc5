using System.CommandLine;

namespace PlanDsl.Cli;

/// <summary><c>plandsl validate</c>: says all that is wrong with plan files.</summary>
internal static class ValidateCommand
{
    public static Command Create(ToolConsole console)
    {
        var paths = new Argument<string[]>("PLAN.json") { Description = "The plan files to check.", Arity = ArgumentArity.OneOrMore };
        var format = FormatOption.Of("How the findings are written.", "text", "json", "sarif");
        var command = new Command("validate", "Says all that is wrong with plan files. Nothing is run.") { paths, format };
        command.SetAction(asked => Validate(asked.GetValue(paths)!, asked.GetValue(format)!, console));
        return command;
    }

    private static int Validate(string[] paths, string format, ToolConsole console)
    {
        var files = new List<CheckedFile>(paths.Length);
        foreach (var path in paths)
        {
            try
            {
                files.Add(CheckedFile.Read(path));
            }
            catch (UsageException problem)
            {
                console.Refuse(problem.Message);
                files.Add(CheckedFile.Unread(path, problem));
            }
        }

        var all = WithOthers(files);
        switch (format)
        {
            case "json":
                FindingsJson.Write(console.Output, all);
                break;
            case "sarif":
                SarifLog.Write(console.Output, all);
                break;
            default:
                FindingsText.Write(console.Output, all);
                break;
        }

        return files.TrueForAll(static file => file.IsValid) ? ExitCodes.Success : ExitCodes.Unusable;
    }

    // Behind each file those that it runs, unless they are told of elsewhere.
    private static List<CheckedFile> WithOthers(List<CheckedFile> files)
    {
        var told = files.Where(static file => file.Error is null).Select(static file => Path.GetFullPath(file.Path)).ToHashSet(StringComparer.Ordinal);
        return [.. files.SelectMany(file => file.Others.Where(other => told.Add(Path.GetFullPath(other.Path))).Prepend(file))];
    }
}
