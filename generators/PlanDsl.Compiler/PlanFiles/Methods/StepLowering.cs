using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>Writes the methods of one step, and says how generated code calls them.</summary>
internal sealed class StepLowering(FilePlanReading plan, int step)
{
    private readonly StepModel _model = plan.Model.Steps[step];
    private readonly List<MethodSpec> _methods = [];

    /// <summary>Whether all that could be written was.</summary>
    public bool IsWhole { get; private set; } = true;

    /// <summary>The step as generated code needs it.</summary>
    public (StepModel Model, StepSpec Spec) Lower()
    {
        var result = plan.Types.ResultOf(step);
        var name = _model.Parallel is null ? plan.Names.Take(_model.Id) : PascalCase.From(_model.Id);
        var body = _model.Parallel is null ? LowerBody(name) : null;
        var lowered = _model with
        {
            Parameters = body?.Parameters ?? [],
            When = Decision(MethodRole.When, name),
            RepeatUntil = Decision(MethodRole.RepeatUntil, name),
            Fallback = Substitute(MethodRole.Fallback, name),
            Compensate = Substitute(MethodRole.Compensate, name),
            ResultType = result is null ? null : TypeRefs.Of(result),
            ElementResultType = _model.Element is null || plan.Types.ReturnedBodyOf(step) is not { } element ? null : TypeRefs.Of(element),
            IsAsync = _model.IsDoneByEngine || body?.Written?.Returns is ReturnKind.AwaitableValue or ReturnKind.Awaitable or ReturnKind.Stream,
            Stream = body?.Stream,
            Body = null,
            SubPlan = SubPlanOf(),
            Supply = null,
        };
        return (lowered, SpecOf(lowered, name, body, result));
    }

    private LoweredBody? LowerBody(string name)
    {
        var method = new MethodLowering(plan, step, MethodRole.Body);
        method.Roots.Element();
        var written = _model.Signal is null ? Bodies.Write(method, _model.Body, _model.SubPlan, timeout: null) : null;
        if (written is null && _model.Signal is null)
            IsWhole = false;
        return LoweredBody.Write(method, name, written, plan.Types.ReturnedBodyOf(step));
    }

    private MethodModel? Substitute(MethodRole role, string name)
    {
        if (_model.MethodFor(role) is not { } declared)
            return null;
        var method = new MethodLowering(plan, step, role);
        var written = Bodies.Write(method, declared.Body, declared.SubPlan, declared.Timeout);
        IsWhole &= written is not null;
        var lowered = LoweredBody.Write(method, plan.Names.TakeLike(name + role), written, role is MethodRole.Fallback ? plan.Types.ReturnedBodyOf(step) : null);
        if (lowered.Written is { } body)
        {
            _methods.Add(new()
            {
                Role = role,
                Method = lowered.Name,
                IsStatic = !body.NeedsInstance,
                Returns = body.Returns,
                IsValueTask = body.IsValueTask,
                Called = body.Called,
                PlanType = PlanTypeOf(declared.SubPlan),
                ResultType = body.Result is null ? "" : TypeRefs.Of(body.Result).Name,
            });
        }

        return new() { Name = declared.Name, Parameters = lowered.Parameters, SubPlan = declared.SubPlan is { } run ? run with { With = [] } : null };
    }

    private MethodModel? Decision(MethodRole role, string name)
    {
        if (_model.MethodFor(role) is not { } declared)
            return null;
        var method = new MethodLowering(plan, step, role);
        var variables = declared.Condition is { } asked ? StepVariables.Write(method, DecisionVariables.Of(_model, asked)) : null;
        var answer = variables is not null && declared.Condition is { } condition ? method.Writer.Condition(condition, role.Property()) : null;
        method.Finish();
        IsWhole &= answer is not null;
        var written = plan.Names.TakeLike(name + (role is MethodRole.When ? "When" : "Until"));
        if (answer is not null)
        {
            string[] lines = [.. variables!.Count > 0 ? variables : method.Before(), $"return {answer};"];
            plan.Methods.Add(new($"private static bool {written}({method.Parameters.Declaration})", lines.ToEquatableArray()));
        }

        _methods.Add(new() { Role = role, Method = written, IsStatic = true, Returns = ReturnKind.Value, ResultType = "bool" });
        return new() { Name = declared.Name, Parameters = method.Parameters.Models, Condition = declared.Condition };
    }

    private SubPlanModel? SubPlanOf()
    {
        if (_model.SubPlan is not { } run)
            return null;
        return run with { With = [], IsFromServices = plan.Catalog.Find(run.Id) is { } found && plan.Instances.IsFromServices(found, _model.Id) };
    }

    private string PlanTypeOf(SubPlanModel? run) => run is null ? "" : plan.Catalog.Find(run.Id)?.Type ?? "";

    private StepSpec SpecOf(StepModel lowered, string name, LoweredBody? body, CodeType? result) => new()
    {
        Method = _model.Parallel is null ? name : "",
        Cref = plan.Calls.Find(step, MethodRole.Body) is { } call ? StepCrefs.Of(call.Method, plan.Class!.Symbols) : "",
        IsStatic = body?.Written?.NeedsInstance is not true,
        Returns = _model.Signal is not null ? ReturnKind.AwaitableValue : body?.Written?.Returns ?? ReturnKind.Void,
        IsValueTask = body?.Written?.IsValueTask is true,
        Called = body?.Written?.Called ?? "",
        PlanType = PlanTypeOf(_model.SubPlan),
        Member = result is null ? "" : PascalCase.From(lowered.ResultKey),
        JsonOfResult = _model.Group is null || result is null || !PlanResultTypes.Are(result) ? "" : JsonOf(result),
        MemberAccessibility = result is null ? "public" : MemberAccess.Of(plan, result),
        ElementType = plan.Elements.Of(step)?.Element.Declared ?? "",
        ElementSource = plan.Elements.Of(step)?.Method ?? "",
        AsksAgents = _model.Body is AgentBody || _model.Methods.Any(static method => method.Method.Body is AgentBody),
        Merge = _model.Parallel is null ? GroupMerge.Typed : plan.Types.MergeOf(step),
        Methods = _methods.OrderBy(static method => method.Role).ToEquatableArray(),
    };

    // The code of the group asks for it, which knows nothing of this step's methods.
    private string JsonOf(CodeType result)
    {
        var roots = new LoweredRoots(plan, step, MethodRole.Body, new([]));
        return new CodeWriter(roots, CodePlace.Of(_model, MethodRole.Body), plan.Fields, plan.Class?.Types).Json(new CodeValue(result, "{0}"));
    }
}
