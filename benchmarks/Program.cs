using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using PlanDsl.Benchmarks;

// dotnet run -c Release --project benchmarks -- table [word…]
// dotnet run -c Release --project benchmarks -- tool [the tool, packed and installed]
// dotnet run -c Release --project benchmarks -- [what BenchmarkDotNet takes]
if (args is ["table", ..])
{
    await Table.PrintAsync(AllRows.Rows, args[1..]);
    return;
}

if (args is ["tool", ..])
{
    await Table.PrintAsync([new ToolRow(args is [_, var tool, ..] ? tool : "plandsl")], []);
    return;
}

// In this process: what it would build to run them in one of their own takes the compiler a minute each.
var config = DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance));
BenchmarkSwitcher.FromAssembly(typeof(DuelBenchmarks).Assembly).Run(args, config);
