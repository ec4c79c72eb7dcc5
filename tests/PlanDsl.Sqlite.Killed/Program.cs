return await PlanDsl.Tests.KilledProgram.RunAsync(args);
