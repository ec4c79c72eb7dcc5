using System.Globalization;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;
using PlanDsl.Benchmarks;

try
{
    switch (args)
    {
        case ["help" or "--help" or "-h" or "-?"]:
            Console.WriteLine(Usage.Text);
            return 0;
        case ["list", .. [] or [_]]:
            Usage.List(args.ElementAtOrDefault(1));
            return 0;
        case [] or not [['-', ..] or "table" or "floors" or "generator" or "options" or "journal" or "tool" or "profile" or "profiles", ..]:
            throw new UsageException($"{(args is [var unknown, ..] ? $"There is no command '{unknown}'" : "A command is missing")}.\n\n{Usage.Text}");
        case var _ when !Size.IsReal:
            throw new UsageException("This is a debug build, whose graphs are not those that the rows are named for. Measure with -c Release.");
        case ["tool", .. [] or [_]]:
            await Table.PrintAsync([new ToolRow(args.ElementAtOrDefault(1) ?? "plandsl")], []);
            return 0;
        case ["profile", var word, "plan" or "other", var seconds, .. var pipes]:
            await Profiled.RunAsync(word, args[2] == "plan", SecondsOf(seconds), pipes is [var commands, var answers] ? new PerfSwitch(commands, answers) : null);
            return 0;
        case ["profiles", var seconds, .. var words]:
            await ProfileTable.PrintAsync(SecondsOf(seconds), words);
            return 0;
        case [var command, .. var words] when command is not "profile" && Usage.RowsOf(command) is { } rows:
            await Table.PrintAsync(rows, words);
            return 0;
        case [['-', ..], ..]:
            // In this process: what it would build to run them in one of their own takes the compiler a minute each.
            var config = DefaultConfig.Instance.AddJob(Job.ShortRun.WithIterationTime(TimeInterval.FromMilliseconds(250)).WithToolchain(InProcessEmitToolchain.Instance));
            BenchmarkSwitcher.FromAssembly(typeof(DuelBenchmarks).Assembly).Run(args, config);
            return 0;
        default:
            throw new UsageException($"'{args[0]}' is not asked for like this.\n\n{Usage.Text}");
    }
}
catch (UsageException wrong)
{
    Console.Error.WriteLine(wrong.Message);
    return 2;
}

static double SecondsOf(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds > 0
    ? seconds
    : throw new UsageException($"'{text}' is no number of seconds.");
