using PlanDsl.Compiler;

namespace PlanDsl.Generators;

/// <summary>Writes the documentation and the heads of the members that a plan's users call; with or without a plan that can run
/// behind them, they are the same.</summary>
internal static class EntryPoints
{
    public static void Definition(CodeWriter writer, PlanSpec plan)
    {
        writer.WriteLine("/// <summary>The plan as it was compiled: its steps and what each of them waits for.</summary>");
        Head(writer, plan, plan.MemberAccessibility, "global::PlanDsl.PlanDefinition Definition");
    }

    public static void RunAsync(CodeWriter writer, PlanSpec plan, Signatures signatures)
    {
        writer.WriteLine("/// <summary>Runs the plan to its end.</summary>");
        Documentation.WriteSteps(writer, plan);
        Documentation.WriteInputs(writer, plan);
        writer.WriteLine($"""
            /// <param name="{signatures.Token}">Cancels the run.</param>
            /// <returns>The results of the steps.</returns>
            /// <exception cref="global::PlanDsl.PlanFailedException">The run failed. The exception carries the outcome of every step.</exception>
            /// <exception cref="global::PlanDsl.PlanCanceledException">The run was cancelled. The exception carries the outcome of every step.</exception>
            """);
        var parameters = signatures.Declare($"{Signatures.CancellationToken} {signatures.Token} = default");
        Head(writer, plan, plan.EntryAccessibility, $"global::System.Threading.Tasks.Task<Results> RunAsync({parameters})");
    }

    public static void Start(CodeWriter writer, PlanSpec plan, Signatures signatures)
    {
        writer.WriteLine("/// <summary>Starts a run of the plan and returns at once. Failures of steps are told by its outcome, never thrown.</summary>");
        Documentation.WriteInputs(writer, plan);
        writer.WriteLine($"""
            /// <param name="{signatures.Options}">How the run is to be made; <see langword="null"/> for the defaults.</param>
            /// <param name="{signatures.Token}">Cancels the run.</param>
            /// <returns>The run.</returns>
            """);
        var parameters = signatures.Declare($"{Signatures.PlanOptions}? {signatures.Options} = null", $"{Signatures.CancellationToken} {signatures.Token} = default");
        Head(writer, plan, plan.EntryAccessibility, $"global::PlanDsl.PlanRun<Results> Start({parameters})");
    }

    public static void ResumeAsync(CodeWriter writer, PlanSpec plan, Signatures signatures)
    {
        writer.WriteLine($"""
            /// <summary>Goes on with a run of the plan that was left, by a process that died or that let it go. What is recorded to have ended is not done again.</summary>
            /// <param name="{signatures.RunId}">The run's id.</param>
            """);
        Documentation.WriteInputs(writer, plan, signatures.SecretInputs);
        writer.WriteLine($"""
            /// <param name="{signatures.Options}">How the run is to go on, with the journal in which it is recorded.</param>
            /// <param name="{signatures.Token}">Cancels the run.</param>
            /// <returns>The run.</returns>
            /// <exception cref="global::PlanDsl.RunNotFoundException">The journal has no such run.</exception>
            /// <exception cref="global::PlanDsl.RunClaimedException">Somebody executes the run.</exception>
            /// <exception cref="global::PlanDsl.RunCompletedException">The run has ended.</exception>
            /// <exception cref="global::PlanDsl.PlanChangedException">The plan is not what it was.</exception>
            """);
        var parameters = signatures.DeclareResumed($"{Signatures.PlanOptions} {signatures.Options}", $"{Signatures.CancellationToken} {signatures.Token} = default");
        Head(writer, plan, plan.EntryAccessibility, $"global::System.Threading.Tasks.Task<global::PlanDsl.PlanRun<Results>> ResumeAsync({parameters})");
    }

    public static void Observe(CodeWriter writer, PlanSpec plan, Signatures signatures)
    {
        writer.WriteLine("/// <summary>The events of a run that each subscription starts, and that disposing the subscription cancels.</summary>");
        Documentation.WriteInputs(writer, plan);
        writer.WriteLine("/// <returns>A cold observable: nothing runs before somebody subscribes.</returns>");
        Head(writer, plan, plan.EntryAccessibility, $"global::System.IObservable<global::PlanDsl.PlanEvent> Observe({signatures.Declare()})");
    }

    private static void Head(CodeWriter writer, PlanSpec plan, string accessibility, string member)
    {
        var isStatic = plan.Type.IsStatic || member.EndsWith(" Definition", StringComparison.Ordinal);
        writer.WriteLine(GeneratedFile.GeneratedCodeAttribute);
        writer.WriteLine($"{accessibility} {(isStatic ? "static " : "")}{member}");
    }
}
