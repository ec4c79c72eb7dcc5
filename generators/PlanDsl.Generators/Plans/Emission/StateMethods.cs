using PlanDsl.Compiler;
using PlanDsl.Model;

namespace PlanDsl.Generators;

/// <summary>Writes the methods of the state: a small one for each step and group, and for each method that an option of a step names.</summary>
internal sealed class StateMethods(CodeWriter writer, PlanSpec plan, StateNames names)
{
    private const string ValueTask = "global::System.Threading.Tasks.ValueTask";

    private readonly StepCalls _calls = new(plan, names);
    private readonly GroupWriter _groups = new(plan, names);

    /// <summary>Writes those of one step.</summary>
    public void Write(int step)
    {
        var spec = plan.Steps[step];
        if (spec.IsGroup)
            _groups.Write(writer, step);
        else if (names.HeldTasks.Has(step))
            WriteHeld(step);
        else
            WriteBody($"{ValueTask} {spec.Method}({Declare(step, MethodRole.Body)})", spec.Returns, spec.IsValueTask && !plan.Model.Steps[step].IsDoneByEngine, _calls.BodyOf(step), StoreOf(step, MethodRole.Body), keptIn: KeptIn(step));
        if (plan.Model.Steps[step].Element is not null)
            WriteOpener(step);
        foreach (var method in spec.Methods)
        {
            if (method.Role is MethodRole.RepeatUntil && names.IsTaken(step) && plan.Model.Steps[step] is { Group: null, Element: null } model && !FlowWriter.RefusesSuccess(model))
                WriteEndOfLoop(step);
            else if (method.Role.Decides())
                WriteDecision(step, method);
            else if (method.Role is MethodRole.Fallback && plan.Model.Steps[step].Stream is { IsReadLive: true })
                WriteLiveFallback(step, method);
            else
                WriteBody($"{ValueTask} {names.OfMethod(step, method.Role)}({Declare(step, method.Role)})", method.Returns, method.IsValueTask, _calls.Of(step, method.Role), StoreOf(step, method.Role), IsForgiven(step, method));
        }
    }

    private void WriteHeld(int step)
    {
        writer.WriteLine($"public {ValueTask} {plan.Steps[step].Method}({Declare(step, MethodRole.Body)})");
        using (writer.Indent())
            writer.WriteLine($"=> new({names.OfResult(step)} = {_calls.BodyOf(step)});");
        writer.WriteLine();
    }

    // What most steps return: a task whose result goes into a field of its own.
    private string? KeptIn(int step) =>
        plan.Steps[step].IsValueTask || plan.Model.Steps[step].IsDoneByEngine || plan.Model.Steps[step].Element is not null || AttemptArguments.MayOverlap(plan.Model.Steps[step])
            ? null : names.OfReturned(step);

    private void WriteDecision(int step, MethodSpec method)
    {
        writer.WriteLine($"public bool {names.OfMethod(step, method.Role)}({Declare(step, method.Role)})");
        using (writer.Indent())
            writer.WriteLine($"=> {_calls.Of(step, method.Role)};");
        writer.WriteLine();
    }

    private void WriteBody(string head, ReturnKind returns, bool isValueTask, string call, Func<string, string> store, bool isForgiven = false, string? keptIn = null)
    {
        switch (returns)
        {
            case ReturnKind.AwaitableValue when keptIn is not null:
                writer.WriteLine($"public {head}");
                using (writer.Indent())
                    writer.WriteLine($"=> global::PlanDsl.StepResult.Keep({call}, this, static (state, value) => state.{keptIn} = value);");
                break;
            case ReturnKind.AwaitableValue or ReturnKind.Stream or ReturnKind.LastOfStream:
                var awaited = $"await {call}.ConfigureAwait(false)";
                writer.WriteLine($"public async {head}");
                using (writer.Indent())
                    writer.WriteLine($"=> {store(isForgiven ? $"({awaited})!" : awaited)};");
                break;
            case ReturnKind.Awaitable or ReturnKind.LiveStream:
                writer.WriteLine($"public {head}");
                using (writer.Indent())
                    writer.WriteLine(isValueTask || returns is ReturnKind.LiveStream ? $"=> {call};" : call[0] == '(' ? $"=> new{call};" : $"=> new({call});");
                break;
            default:
                using (writer.Block($"public {head}"))
                {
                    writer.WriteLine($"{(returns is ReturnKind.Value ? store(call + (isForgiven ? "!" : "")) : call)};");
                    writer.WriteLine("return default;");
                }

                break;
        }

        writer.WriteLine();
    }

    // Who reads the stream gets these elements in its place.
    private void WriteLiveFallback(int step, MethodSpec method)
    {
        var isKept = plan.Steps[step].Returns is not ReturnKind.LiveStream;
        var value = method.Returns is ReturnKind.AwaitableValue ? $"await {_calls.Of(step, method.Role)}.ConfigureAwait(false)" : _calls.Of(step, method.Role);
        var fed = $"await {names.Streams.Feed(step, IsForgiven(step, method) ? $"({value})!" : value)}.ConfigureAwait(false)";
        writer.WriteLine($"public async {ValueTask} {names.OfMethod(step, method.Role)}({Declare(step, method.Role)})");
        using (writer.Indent())
            writer.WriteLine($"=> {(isKept ? StoreOf(step, method.Role)(fed) : fed)};");
        writer.WriteLine();
    }

    // A fallback takes the place of the body, or of the whole loop, and what undoes a step brings nothing.
    private Func<string, string> StoreOf(int step, MethodRole role)
    {
        if (plan.Model.Steps[step].Element is not null)
            return value => $"{names.FanOuts.FieldOf(step)}!.SetResult({AttemptArguments.Context}, {value})";
        var field = role is MethodRole.Fallback && plan.Model.Steps[step] is { RepeatUntil: not null, Group: null } model && !FlowWriter.RefusesSuccess(model) ? names.OfResult(step) : names.OfReturned(step);
        return role is MethodRole.Body && AttemptArguments.MayOverlap(plan.Model.Steps[step])
            ? value => $"{AttemptArguments.Context}.Keep({value}, ref {field})"
            : value => $"{field} = {value}";
    }

    private void WriteOpener(int step)
    {
        writer.WriteLine($"public global::PlanDsl.FanOut {names.FanOuts.OpenerOf(step)}()");
        using (writer.Indent())
            writer.WriteLine($"=> {names.FanOuts.FieldOf(step)} = {names.FanOuts.Over(step, _calls.SourceOf(step))};");
        writer.WriteLine();
    }

    // What others see of a loop that may fail is what it ended with.
    private void WriteEndOfLoop(int step)
    {
        var model = plan.Model.Steps[step];
        var isLast = model.OnExhausted is OnExhausted.UseLast ? $" || {AttemptArguments.Context}.Iteration == {TableWriter.Text(model.MaxIterations ?? 1)}" : "";
        using (writer.Block($"public bool {names.OfMethod(step, MethodRole.RepeatUntil)}({Declare(step, MethodRole.RepeatUntil)})"))
        {
            writer.WriteLine($"var isEnough = {_calls.Of(step, MethodRole.RepeatUntil)};");
            writer.WriteLine($"if (isEnough{isLast})");
            using (writer.Indent())
                writer.WriteLine($"{names.OfResult(step)} = {names.OfReturned(step)};");
            writer.WriteLine("return isEnough;");
        }

        writer.WriteLine();
    }

    // Parts of types may differ in what they say of null, of which nobody could do anything here.
    private bool IsForgiven(int step, MethodSpec method) =>
        method.ResultType.Length > 0 && plan.Model.Steps[step].ReturnedType is { } type && method.ResultType != type.Name;

    private string Declare(int step, MethodRole role) => AttemptArguments.Declare(plan.Model.Steps[step], role);
}
