using PlanDsl.Model;

namespace PlanDsl;

/// <summary>Makes what steps do ready to be run.</summary>
internal sealed class BodyCompiler(InterpretedPlanOptions options, PlanFileLibrary library)
{
    private static readonly ParameterModel Context = new() { Name = "context", Kind = ParameterKind.Context, Type = TypeRef.Json };

    // Many steps call the same, and give it nothing.
    private (CallBody? Body, CallCode? Code) _call;

    /// <summary>The plan with what is known of its bodies: which ask for the context of their attempt, and which never wait.</summary>
    public PlanModel WithBodies(PlanModel model)
    {
        if (!options.Handlers.SayAnything && options.Files is null)
            return model;
        return model with { Steps = model.Steps.Select(WithContext).ToEquatableArray() };
    }

    /// <summary>The body of a step that is no group.</summary>
    public BodyCode Compile(StepModel step) => Compile(step.Body, step.SubPlan, step.Signal);

    /// <summary>A fallback or a compensation.</summary>
    public BodyCode Compile(MethodModel method)
    {
        var body = Compile(method.Body, method.SubPlan, method.Signal);
        return method.Timeout?.Value is { } timeout ? new BoundedCode(body, timeout) : body;
    }

    // A command whose output is kept is told whose it is.
    private StepModel WithContext(StepModel step)
    {
        if (step.Body is CommandBody && options.Files is not null)
            return step with { Parameters = [.. step.Parameters, Context] };
        if (step.Body is not CallBody call || options.Handlers.Find(call.Name) is not { } handler)
            return step;
        if (handler.TakesContext)
            step = step with { Parameters = [.. step.Parameters, Context] };
        return handler.IsSynchronous ? step with { IsAsync = false } : step;
    }

    private CallCode Compile(CallBody call)
    {
        if (_call is not { Code: { } code } || !ReferenceEquals(_call.Body, call))
            _call = (call, code = new(call.Name, call.With.IsEmpty ? ValueCode.Nothing : new(new ObjectValue(call.With)), options.Handlers.Find(call.Name)));
        return code;
    }

    private BodyCode Compile(StepBody? body, SubPlanModel? plan, SignalModel? signal) => body switch
    {
        CommandBody command => new CommandCode(command, options.WorkingDirectory),
        CallBody call => Compile(call),
        AgentBody agent => new AgentCode(agent, agent.With.IsEmpty ? null : new(new ObjectValue(agent.With)), options.Agents),
        _ when plan is not null => new SubPlanCode(plan.Id, [.. plan.With.Select(static value => new NamedValueCode(value.Name, new(value.Value)))], library),
        _ => new WaitCode(signal!.Name),
    };
}
