namespace PlanDsl.Compiler;

/// <summary>What a generated method does, before it is known what it has to return.</summary>
/// <param name="Call">The call that does it.</param>
/// <param name="Returns">How the call returns.</param>
/// <param name="ReturnType">The type that the call returns, as C# spells it.</param>
/// <param name="Result">What comes of it, awaited or collected; <see langword="null"/> for nothing.</param>
internal sealed record MethodBody(string Call, ReturnKind Returns, string ReturnType, CodeType? Result)
{
    /// <summary>Whether what is awaited is a <c>ValueTask</c>.</summary>
    public bool IsValueTask { get; init; }

    /// <summary>The author's method that returns what is to be awaited, which may turn out to be null; the empty string where that cannot be.</summary>
    public string Called { get; init; } = "";

    /// <summary>Whether it needs the plan itself.</summary>
    public bool NeedsInstance { get; init; }

    /// <summary>The lines before the call.</summary>
    public IReadOnlyList<string> Before { get; init; } = [];

    /// <summary>A call that returns a task of a value.</summary>
    public static MethodBody Task(string call, CodeType result) =>
        new(call, ReturnKind.AwaitableValue, $"global::System.Threading.Tasks.Task<{result.Declared}>", result);
}
