using PlanDsl.Cli;

using var interruption = new Interruption();
return await Tool.InvokeAsync(args, ToolConsole.OfProcess(), interruption.Token);
