using PlanDsl.Cli;

var console = ToolConsole.OfProcess();
using var interruption = new Interruption(console);
return await Tool.InvokeAsync(args, console, interruption.Token);
