using PlanDsl.Model;

namespace PlanDsl;

/// <summary>Makes what steps do ready to be run.</summary>
internal sealed class BodyCompiler(InterpretedPlanOptions options, PlanFileLibrary library)
{
    private static readonly ParameterModel Context = new() { Name = "context", Kind = ParameterKind.Context, Type = TypeRef.Json };

    /// <summary>The plan in which steps whose handlers ask for the context of their attempt do so too.</summary>
    public PlanModel WithContexts(PlanModel model)
    {
        if (!model.Steps.Any(TakesContext))
            return model;
        return model with
        {
            Steps = model.Steps.Select(step => TakesContext(step) ? step with { Parameters = [.. step.Parameters, Context] } : step).ToEquatableArray(),
        };
    }

    /// <summary>The body of a step that is no group.</summary>
    public BodyCode Compile(StepModel step) => Compile(step.Body, step.SubPlan, step.Signal);

    /// <summary>A fallback or a compensation.</summary>
    public BodyCode Compile(MethodModel method)
    {
        var body = Compile(method.Body, method.SubPlan, method.Signal);
        return method.Timeout?.Value is { } timeout ? new BoundedCode(body, timeout) : body;
    }

    private bool TakesContext(StepModel step) => step.Body is CallBody call && options.Handlers.Find(call.Name) is { TakesContext: true };

    private BodyCode Compile(StepBody? body, SubPlanModel? plan, SignalModel? signal) => body switch
    {
        CommandBody command => new CommandCode(command, options.WorkingDirectory),
        CallBody call => new CallCode(call.Name, call.With.IsEmpty ? ValueCode.Nothing : new(new ObjectValue(call.With)), options.Handlers.Find(call.Name)),
        AgentBody agent => new AgentCode(agent, agent.With.IsEmpty ? null : new(new ObjectValue(agent.With)), options.Agents),
        _ when plan is not null => new SubPlanCode(plan.Id, [.. plan.With.Select(static value => new NamedValueCode(value.Name, new(value.Value)))], library),
        _ => new WaitCode(signal!.Name),
    };
}
