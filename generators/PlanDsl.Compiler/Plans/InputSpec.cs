namespace PlanDsl.Compiler;

/// <summary>A parameter of <c>RunAsync</c>.</summary>
/// <param name="Name">The parameter's name, escaped where C# needs it.</param>
/// <param name="Type">Its type, fully qualified, with its nullable annotation.</param>
/// <param name="DefaultValue">The C# text of its default value; <see langword="null"/> where a value must be given.</param>
public sealed record InputSpec(string Name, string Type, string? DefaultValue)
{
    /// <summary>The type of the input in a run, where that is another than the parameter's: <c>string</c> where nobody need give the
    /// parameter, a <c>string?</c>, since there is a default; <see langword="null"/> where it is the same.</summary>
    public string? ValueType { get; init; }

    /// <summary>The C# text of what a plan that runs this one passes where it gives nothing, since a parameter without a default stands behind
    /// this one; <see langword="null"/> where <see cref="DefaultValue"/> says that, or where a value must be given.</summary>
    public string? LeftOut { get; init; }

    /// <summary>The C# text of the input's value in a run, made of the parameter; <see langword="null"/> where it is the parameter.</summary>
    public string? Value { get; init; }

    /// <summary>The C# text of the <c>PlanInput</c> from which it comes where the environment has it for who gives nothing; <see langword="null"/> where it never does.</summary>
    public string? FromEnvironment { get; init; }
}
