return await PlanDsl.Tests.OtherProcess.RunAsync(args);
