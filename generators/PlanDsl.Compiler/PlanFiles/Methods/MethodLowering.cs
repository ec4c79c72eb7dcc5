using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>The writing of one method of a step: what it is given, and what is said in its texts. For one thread.</summary>
internal sealed class MethodLowering
{
    public MethodLowering(FilePlanReading plan, int step, MethodRole role)
    {
        (Plan, Step, Role) = (plan, step, role);
        Parameters = new(plan.Instances.TakenNames);
        Roots = new(plan, step, role, Parameters);
        Writer = new(Roots, CodePlace.Of(Model, role) with { Context = Parameters.ContextName }, plan.Fields, plan.Class?.Types, Variables);
        Roots.Writer = Writer;
    }

    public FilePlanReading Plan { get; }

    public int Step { get; }

    public MethodRole Role { get; }

    public LoweredParameters Parameters { get; }

    public LoweredRoots Roots { get; }

    public CodeWriter Writer { get; }

    /// <summary>The names of what is declared in the method.</summary>
    public VariableNames Variables { get; } = new();

    public StepModel Model => Plan.Model.Steps[Step];

    /// <summary>The method as messages of a run name it.</summary>
    public string Place => Role switch
    {
        MethodRole.Fallback => $"the fallback of step '{Model.Id}'",
        MethodRole.Compensate => $"the compensation of step '{Model.Id}'",
        _ => $"step '{Model.Id}'",
    };

    /// <summary>Says what is wrong with the value at the end of a way through the object that the method stands for.</summary>
    public void Report(string id, TextPlace at, EquatableArray<string> args, string? suggestion = null, bool isName = false) =>
        Plan.Report(id, Step, Role, at, args, suggestion, isName);

    /// <summary>Ends the writing: what the texts have found is told, and what they need beside their values becomes a parameter.</summary>
    public void Finish()
    {
        if (Writer.UsesContext)
            Parameters.Context();
        Plan.Report(Step, Writer.Faults);
    }

    /// <summary>The line that makes the environment, where the method reads it.</summary>
    public IEnumerable<string> Before() =>
        Roots.ReadsEnvironment ? [$"var {Parameters.EnvironmentName} = {Plan.Environment.New(Roots)};"] : [];
}
