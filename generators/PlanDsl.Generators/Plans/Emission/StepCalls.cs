using PlanDsl.Compiler;
using PlanDsl.Model;

namespace PlanDsl.Generators;

/// <summary>Writes the calls of the author's methods, their arguments taken from where they are kept.</summary>
internal sealed class StepCalls(PlanSpec plan, StateNames names)
{
    private const string Services = "global::Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions";

    private readonly PlanBindings _bindings = names.Bindings;

    /// <summary>The call of <paramref name="step"/>.</summary>
    public string Of(int step)
    {
        var (spec, model) = (plan.Steps[step], plan.Model.Steps[step]);
        return model.Signal is { } signal ? SignalCalls.Wait(signal, model, plan.PlanFile.Length > 0)
            : spec.SubPlan is { } subPlan ? SubPlanCalls.Start(subPlan, SubPlanCalls.Instance(subPlan, spec, spec.IsStatic ? plan.Type.SelfName : names.Plan), ArgumentsOf(step, subPlan))
            : OrThrow(step, CalledBy(spec.Method, spec.Called), spec.Returns, spec.IsValueTask, Of(step, MethodRole.Body, spec.Method, spec.IsStatic, spec.IsOverloaded));
    }

    /// <summary>The call of <paramref name="step"/>, and what is to be done with what it returns before that is its result.</summary>
    public string BodyOf(int step) => plan.Steps[step].Returns switch
    {
        ReturnKind.Stream or ReturnKind.LiveStream when plan.Model.Steps[step].Stream is { IsReadLive: true } => names.Streams.Feed(step, Of(step)),

        // The token reaches also a stream whose author asks for none.
        ReturnKind.Stream => $"global::PlanDsl.Streams.CollectAsync({Of(step)}, {AttemptArguments.TokenIn(plan.Model.Steps[step])})",
        ReturnKind.LastOfStream => $"global::PlanDsl.Streams.LastAsync({Of(step)}, {AttemptArguments.TokenIn(plan.Model.Steps[step])})",
        _ => Of(step),
    };

    /// <summary>The call of a method that an option of <paramref name="step"/> names.</summary>
    public string Of(int step, MethodRole role)
    {
        var method = plan.Steps[step].MethodFor(role);
        return OrThrow(step, CalledBy(method.Method, method.Called), method.Returns, method.IsValueTask, Of(step, role, method.Method, method.IsStatic, method.IsOverloaded));
    }

    // In a plan file what is called stands in a method that was made for it.
    private string CalledBy(string method, string called) => plan.PlanFile.Length > 0 ? called : method;

    // What there is to await is null for a method that its author has not finished, or that does not heed nullability.
    private string OrThrow(int step, string method, ReturnKind returns, bool isValueTask, string call)
    {
        var isStream = returns is ReturnKind.Stream or ReturnKind.LastOfStream or ReturnKind.LiveStream;
        if (method.Length == 0 || isValueTask || (returns is not (ReturnKind.Awaitable or ReturnKind.AwaitableValue) && !isStream))
            return call;
        return $"({call} ?? throw global::PlanDsl.NullReturned.By({CSharpText.Quote(plan.Model.Steps[step].Id)}, {CSharpText.Quote(method.TrimStart('@'))}{(isStream ? ", isStream: true" : "")}))";
    }

    private string Of(int step, MethodRole role, string method, bool isStatic, bool isOverloaded)
    {
        var parameters = plan.Model.Steps[step].ParametersOf(role);
        var producers = _bindings.ProducersOf(step, role);
        var hasContext = AttemptArguments.NeedContext(plan.Model.Steps[step], role);
        var arguments = new List<string>(parameters.Count);
        for (var index = 0; index < parameters.Count; index++)
        {
            var argument = ArgumentOf(new(step, role, index, parameters[index], producers[index]), hasContext);
            arguments.Add(isOverloaded ? $"({TypeTexts.Static(TypeTexts.Declared(parameters[index].Type))}){argument}" : argument);
        }

        return $"{(isStatic ? plan.Type.SelfName : names.Plan)}.{method}({string.Join(", ", arguments)})";
    }

    // Converted first to what the author's method takes, as in a call of it.
    private IEnumerable<string> ArgumentsOf(int step, SubPlanSpec subPlan)
    {
        var parameters = plan.Model.Steps[step].Parameters;
        foreach (var argument in subPlan.Arguments)
        {
            if (argument.Parameter < 0)
            {
                yield return argument.Text;
                continue;
            }

            var (parameter, producer) = (parameters[argument.Parameter], _bindings.ProducersOf(step, MethodRole.Body)[argument.Parameter]);
            var value = ArgumentOf(new(step, MethodRole.Body, argument.Parameter, parameter, producer), hasContext: true);
            yield return parameter.Kind is not ParameterKind.Result || plan.Model.Steps[producer].ResultType!.Name == parameter.Type.Name
                ? value
                : $"({TypeTexts.Static(TypeTexts.Declared(parameter.Type))}){value}";
        }
    }

    private string ArgumentOf(Binding binding, bool hasContext) => binding.Parameter.Kind switch
    {
        ParameterKind.Context => AttemptArguments.Context,
        ParameterKind.CancellationToken => hasContext ? AttemptArguments.Context + ".CancellationToken" : AttemptArguments.Token,
        ParameterKind.Input => names.OfInput(binding.Parameter.Key),
        ParameterKind.Element => ElementOf(binding),
        ParameterKind.Previous => PreviousOf(binding),
        ParameterKind.Service => ServiceOf(binding.Parameter.Type),
        ParameterKind.Outcome => OutcomeOf(binding),
        _ => binding.Parameter.IsLive ? names.Streams.Read(binding) : binding.IsOwnResult ? OwnResultOf(binding) : ResultOf(binding),
    };

    /// <summary>The collection that a fan-out goes through.</summary>
    public string SourceOf(int step)
    {
        var key = plan.Model.Steps[step].Element!.Key;
        if (plan.Steps[step].ElementSource is { Length: > 0 } method)
            return $"{plan.Type.SelfName}.{method}({GivenTo(step, key)})";
        var source = _bindings.ProducerOf(key) is not (>= 0 and var producer) ? names.OfInput(key)
            : names.OfResult(producer) + (names.Stored.IsWrapped(producer, plan.Model.Steps[producer].ResultType!) ? "!.Value" : "!");
        return $"global::PlanDsl.StepGuard.Source({source}, {CSharpText.Quote(plan.Model.Steps[step].Id)}, {CSharpText.Quote(key)})";
    }

    // What a plan file goes through is a part of a result or an input, or a constant.
    private string GivenTo(int step, string key)
    {
        if (plan.Model.Steps[step].Element!.Path is not null)
            return names.HasInput(key) ? names.OfInput(key) : "";
        if (_bindings.ProducerOf(key) is not (>= 0 and var producer))
            return "";
        var isThere = !OptionalResults.IsOptionalTo(plan.Model, _bindings, producer, step) && !plan.Model.Steps[_bindings.NodeOf(step)].RunsAfterFailures;
        return names.OfResult(producer) + (!isThere ? "" : names.Stored.IsWrapped(producer, plan.Model.Steps[producer].ResultType!) ? "!.Value" : "!");
    }

    // The rules have seen to it that it fits.
    private string ElementOf(Binding binding)
    {
        var isForgiven = plan.Steps[binding.Step].ElementType != TypeTexts.Declared(binding.Parameter.Type);
        return $"{names.FanOuts.FieldOf(binding.Step)}!.ElementOf({AttemptArguments.Context}){(isForgiven ? "!" : "")}";
    }

    private string PreviousOf(Binding binding)
    {
        if (binding.Role is MethodRole.RepeatUntil)
            return $"{names.LoopMemories.FieldOf(binding.Step)}.Exchange({AttemptArguments.Context}, {OwnResultOf(binding)})";
        var (step, type) = (plan.Model.Steps[binding.Step], plan.Model.Steps[binding.Step].ReturnedType!);
        var isFanOut = step.Element is not null;
        var last = isFanOut ? $"{names.FanOuts.FieldOf(binding.Step)}!.ResultOf({AttemptArguments.Context})" : names.OfReturned(binding.Step);
        if (type is { IsValueType: true, Nullability: Nullability.NotNull })
            return $"({AttemptArguments.Context}.Iteration > 1 ? {last} : ({type.Name}?)null)";
        if (isFanOut)
            last = $"{names.FanOuts.FieldOf(binding.Step)}!.PreviousOf({AttemptArguments.Context})";
        return IsForgiven(type, binding.Parameter.Type) ? last + "!" : last;
    }

    /// <summary>What an iteration of a loop has returned, for its memory.</summary>
    public string ReturnedOf(int step)
    {
        var parameters = plan.Model.Steps[step].ParametersOf(MethodRole.RepeatUntil);
        var index = Enumerable.Range(0, parameters.Count).First(index => parameters[index].Kind is ParameterKind.Previous);
        return OwnResultOf(new(step, MethodRole.RepeatUntil, index, parameters[index], step));
    }

    private string OwnResultOf(Binding binding)
    {
        var (step, type) = (plan.Model.Steps[binding.Step], plan.Model.Steps[binding.Step].ReturnedType!);
        var value = names.OfReturned(binding.Step);
        if (binding.Parameter.TakesLastElement)
            return LastOf(value, binding);
        var isWrapped = !names.IsTaken(binding.Step) && names.Stored.IsWrapped(binding.Step, type);
        if (step.Element is not null)
            (value, isWrapped) = ($"{names.FanOuts.FieldOf(binding.Step)}!.ResultOf({AttemptArguments.Context})", names.FanOuts.IsWrapped(binding.Step));
        if (isWrapped)
            value += "!.Value";
        return IsForgiven(type, binding.Parameter.Type) ? value + "!" : value;
    }

    // Who takes null can do without the service.
    private static string ServiceOf(TypeRef type) =>
        $"{Services}.{(type.Nullability is Nullability.Nullable ? "GetService" : "GetRequiredService")}<{TypeTexts.Static(type.Name)}>({AttemptArguments.Context}.Services)";

    private string OutcomeOf(Binding binding)
    {
        var value = plan.Model.Steps[binding.Producer].ResultType is not { } result ? "default"
            : IsWrapped(binding, result) ? FieldOf(binding) + ".GetValueOrDefault()"
            : FieldOf(binding) + "!";
        return $"{AttemptArguments.Context}.OutcomeOf<{TypeTexts.Static(TypeTexts.Declared(binding.Parameter.OutcomeType!))}>({TableWriter.Text(binding.Producer)}, {value})";
    }

    private string ResultOf(Binding binding)
    {
        var (result, parameter) = (plan.Model.Steps[binding.Producer].ResultType!, binding.Parameter.Type);
        var field = FieldOf(binding);
        if (names.HeldTasks.Has(binding.Producer))
            return $"{field}!.Result{(IsTaskForgiven(result, parameter) ? "!" : "")}";
        if (binding.Parameter.TakesLastElement)
            return LastOf(field, binding);

        // Who cannot take an empty field is not called while it is empty.
        if (IsWrapped(binding, result) && (!MayBeAbsent(binding) || parameter.Nullability is Nullability.NotNull))
            field += "!.Value";
        return IsForgiven(result, parameter) ? field + "!" : field;
    }

    private static string LastOf(string field, Binding binding)
    {
        var parameter = binding.Parameter.Type;
        return parameter.Nullability is Nullability.Nullable
            ? $"({field} is null ? ({TypeTexts.Static(TypeTexts.Declared(parameter))})null : global::PlanDsl.Streams.LastOf({field}))"
            : $"global::PlanDsl.Streams.LastOf({field}!)";
    }

    // Of a member that its group can do without, the result is the group's to give, but its outcome is its own.
    private string FieldOf(Binding binding) => binding.Parameter.Kind is ParameterKind.Outcome && _bindings.GroupOf(binding.Producer) >= 0
        ? names.OfReturned(binding.Producer)
        : names.OfResult(binding.Producer);

    private bool IsWrapped(Binding binding, TypeRef result) =>
        FieldOf(binding) == names.OfResult(binding.Producer) && names.Stored.IsWrapped(binding.Producer, result);

    private bool MayBeAbsent(Binding binding) =>
        OptionalResults.IsOptionalTo(plan.Model, _bindings, binding.Producer, binding.Step) || plan.Model.Steps[_bindings.NodeOf(binding.Step)].RunsAfterFailures;

    // The rules have seen to it that what may be absent is taken as such; C# cannot see that a step has run. And the rules do
    // not judge the nullability of a type's parts, of which C# would complain here, where nobody can do anything about it.
    private static bool IsForgiven(TypeRef result, TypeRef parameter) => result.IsValueType
        ? result.Name != parameter.Name && (HasNullableParts(result) || HasNullableParts(parameter))
        : result.Name != parameter.Name || parameter.Nullability is not Nullability.Nullable;

    // The same of the result of a task, which itself says whether that may be null.
    private static bool IsTaskForgiven(TypeRef result, TypeRef parameter) => IsForgiven(result, parameter)
        && (result.IsValueType || result.Name != parameter.Name || result.Nullability is Nullability.Nullable);

    private static bool HasNullableParts(TypeRef type) => type.Name.IndexOf('?') is >= 0 and var mark && mark < type.Name.Length - 1;
}
