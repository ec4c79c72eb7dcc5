return await PlanDsl.Tests.UnreflectedProgram.RunAsync(args);
