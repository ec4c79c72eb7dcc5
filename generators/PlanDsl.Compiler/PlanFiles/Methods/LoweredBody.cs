using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>The method that does what a step, its fallback or its compensation says.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Parameters">What it is given.</param>
/// <param name="Written">What it does; <see langword="null"/> where it could not be written.</param>
/// <param name="Stream">The stream that it returns; <see langword="null"/> for none.</param>
internal sealed record LoweredBody(string Name, EquatableArray<ParameterModel> Parameters, MethodBody? Written, StreamModel? Stream)
{
    private const string Await = ".ConfigureAwait(false)";

    /// <summary>Writes the method.</summary>
    /// <param name="method">What its texts have said.</param>
    /// <param name="name">Its name.</param>
    /// <param name="body">What it does; <see langword="null"/> where that is not known.</param>
    /// <param name="wanted">What has to come of it; <see langword="null"/> where it does not matter.</param>
    public static LoweredBody Write(MethodLowering method, string name, MethodBody? body, CodeType? wanted)
    {
        method.Finish();
        if (body is null)
            return new(name, method.Parameters.Models, null, null);
        IEnumerable<string> before = body.Before.Count > 0 ? body.Before : method.Before();
        if (method.Role is MethodRole.Compensate && body.Result is not null)
            body = AsNothing(method, body, before);
        else if (wanted is not null && body.Result?.Expression.Name != wanted.Expression.Name)
            body = AsJson(method, body, before);
        else
            body = body with { Before = [.. before, body.Returns is ReturnKind.Void ? body.Call + ";" : $"return {body.Call};"] };

        method.Finish();
        var isAsync = body.Call.Length == 0 && body.Returns is ReturnKind.AwaitableValue or ReturnKind.Awaitable;
        var modifiers = "private " + (body.NeedsInstance ? "" : "static ") + (isAsync ? "async " : "");
        method.Plan.Methods.Add(new($"{modifiers}{body.ReturnType} {name}({method.Parameters.Declaration})", body.Before.ToEquatableArray()));
        return new(name, method.Parameters.Models, body, StreamOf(method, body));
    }

    // What takes the place of a body returns something else, so that both are what they are as JSON.
    private static MethodBody AsJson(MethodLowering method, MethodBody body, IEnumerable<string> before)
    {
        var (isAsync, call) = Awaited(method, body);
        string[] lines = body.Result is { } result
            ? [$"var {method.Parameters.ResultName} = {call};", $"return {method.Writer.Json(new CodeValue(result, method.Parameters.ResultName))};"]
            // Which is no result.
            : [$"{call};", "return default;"];
        var json = CodeTypes.Json.Declared;
        return body with
        {
            Call = "",
            Returns = isAsync ? ReturnKind.AwaitableValue : ReturnKind.Value,
            ReturnType = isAsync ? $"global::System.Threading.Tasks.Task<{json}>" : json,
            Result = CodeTypes.Json,
            IsValueTask = false,
            Called = "",
            Before = [.. before, .. lines],
        };
    }

    // Nobody gets what an undoing returns.
    private static MethodBody AsNothing(MethodLowering method, MethodBody body, IEnumerable<string> before)
    {
        var (isAsync, call) = Awaited(method, body);
        return body with
        {
            Call = "",
            Returns = isAsync ? ReturnKind.Awaitable : ReturnKind.Void,
            ReturnType = isAsync ? "global::System.Threading.Tasks.Task" : "void",
            Result = null,
            IsValueTask = false,
            Called = "",
            Before = [.. before, $"{call};"],
        };
    }

    private static (bool IsAsync, string Call) Awaited(MethodLowering method, MethodBody body)
    {
        if (body.Returns is ReturnKind.Value or ReturnKind.Void)
            return (false, body.Call);
        var isStream = body.Returns is ReturnKind.Stream;
        var call = body.Called.Length == 0 ? body.Call
            : $"({body.Call} ?? throw global::PlanDsl.NullReturned.By({CSharpText.Quote(method.Model.Id)}, {CSharpText.Quote(body.Called)}{(isStream ? ", isStream: true" : "")}))";
        return (true, $"await {(isStream ? $"global::PlanDsl.Streams.CollectAsync({call}, {method.Parameters.Token()})" : call)}{Await}");
    }

    private static StreamModel? StreamOf(MethodLowering method, MethodBody body)
    {
        if (body.Returns is not ReturnKind.Stream || method.Plan.Calls.Find(method.Step, method.Role) is not { } call)
            return null;
        var type = (Microsoft.CodeAnalysis.INamedTypeSymbol)call.Method.ReturnType;
        var symbols = method.Plan.Class!.Symbols;
        return new(symbols.Ref(type), symbols.Ref(type.TypeArguments[0]));
    }
}
