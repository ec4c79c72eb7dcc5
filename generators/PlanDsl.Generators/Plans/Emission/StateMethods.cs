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
        else
            WriteBody($"{ValueTask} {spec.Method}({Declare(step, MethodRole.Body)})", spec.Returns, spec.IsValueTask && !plan.Model.Steps[step].IsDoneByEngine, _calls.Of(step), names.OfReturned(step));
        foreach (var method in spec.Methods)
        {
            if (method.Role.Decides())
                WriteDecision(step, method);
            else
                WriteBody($"{ValueTask} {names.OfMethod(step, method.Role)}({Declare(step, method.Role)})", method.Returns, method.IsValueTask, _calls.Of(step, method.Role), TargetOf(step, method), IsForgiven(step, method));
        }
    }

    private void WriteDecision(int step, MethodSpec method)
    {
        writer.WriteLine($"public bool {names.OfMethod(step, method.Role)}({Declare(step, method.Role)})");
        using (writer.Indent())
            writer.WriteLine($"=> {_calls.Of(step, method.Role)};");
        writer.WriteLine();
    }

    private void WriteBody(string head, ReturnKind returns, bool isValueTask, string call, string field, bool isForgiven = false)
    {
        switch (returns)
        {
            case ReturnKind.AwaitableValue:
                var awaited = $"await {call}.ConfigureAwait(false)";
                writer.WriteLine($"public async {head}");
                using (writer.Indent())
                    writer.WriteLine(isForgiven ? $"=> {field} = ({awaited})!;" : $"=> {field} = {awaited};");
                break;
            case ReturnKind.Awaitable:
                writer.WriteLine($"public {head}");
                using (writer.Indent())
                    writer.WriteLine(isValueTask ? $"=> {call};" : $"=> new({call});");
                break;
            default:
                using (writer.Block($"public {head}"))
                {
                    writer.WriteLine(returns is ReturnKind.Value ? $"{field} = {call}{(isForgiven ? "!" : "")};" : $"{call};");
                    writer.WriteLine("return default;");
                }

                break;
        }

        writer.WriteLine();
    }

    // A fallback takes the place of the body, and what undoes a step brings nothing.
    private string TargetOf(int step, MethodSpec method) => method.Role is MethodRole.Fallback ? names.OfReturned(step) : "";

    // Parts of types may differ in what they say of null, of which nobody could do anything here.
    private bool IsForgiven(int step, MethodSpec method) =>
        method.ResultType.Length > 0 && plan.Model.Steps[step].ResultType is { } type && method.ResultType != type.Name;

    private string Declare(int step, MethodRole role) => AttemptArguments.Declare(plan.Model.Steps[step], role);
}
