using System.Globalization;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;
using PlanDsl.Benchmarks;

// dotnet run -c Release --project benchmarks -- table [word…]
// dotnet run -c Release --project benchmarks -- floors [word…]
// dotnet run -c Release --project benchmarks -- generator [word…]
// dotnet run -c Release --project benchmarks -- options [word…]
// dotnet run -c Release --project benchmarks -- journal [word…]
// dotnet run -c Release --project benchmarks -- profile word plan|other seconds
// dotnet run -c Release --project benchmarks -- profiles seconds [word…]
// dotnet run -c Release --project benchmarks -- tool [the tool, packed and installed]
// dotnet run -c Release --project benchmarks -- [what BenchmarkDotNet takes]
switch (args)
{
    case ["table", .. var words]:
        await Table.PrintAsync(AllRows.Rows, words);
        return;
    case ["floors", .. var words]:
        await Table.PrintAsync(AllFloors.Rows, words);
        return;
    case ["generator", .. var words]:
        await Table.PrintAsync(GeneratorRows.All, words);
        return;
    case ["options", .. var words]:
        await Table.PrintAsync(OptionRows.All, words);
        return;
    case ["journal", .. var words]:
        await Table.PrintAsync(JournalRows.All, words);
        return;
    case ["tool", .. var tool]:
        await Table.PrintAsync([new ToolRow(tool is [var path, ..] ? path : "plandsl")], []);
        return;
    case ["profile", var word, "plan" or "other", var seconds, .. var pipes]:
        await Profiled.RunAsync(word, args[2] == "plan", double.Parse(seconds, CultureInfo.InvariantCulture), pipes is [var commands, var answers] ? new PerfSwitch(commands, answers) : null);
        return;
    case ["profiles", var seconds, .. var words]:
        await ProfileTable.PrintAsync(double.Parse(seconds, CultureInfo.InvariantCulture), words);
        return;
}

// In this process: what it would build to run them in one of their own takes the compiler a minute each.
var config = DefaultConfig.Instance.AddJob(Job.ShortRun.WithIterationTime(TimeInterval.FromMilliseconds(250)).WithToolchain(InProcessEmitToolchain.Instance));
BenchmarkSwitcher.FromAssembly(typeof(DuelBenchmarks).Assembly).Run(args, config);
