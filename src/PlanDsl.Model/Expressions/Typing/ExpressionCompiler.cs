namespace PlanDsl.Model;

/// <summary>Checks expressions against the C# types of what they are about, and writes them in C#. What it writes has the value that
/// <see cref="ExpressionEvaluator{T, TReader}"/> gives for the same values as JSON.</summary>
/// <remarks>It refuses what can only be a mistake where types are known: to compare unlike kinds, or what may be null by order.</remarks>
public static class ExpressionCompiler
{
    /// <summary>Compiles <paramref name="expression"/>.</summary>
    /// <param name="expression">The expression, parsed without faults.</param>
    /// <param name="types">What is known of the values.</param>
    /// <param name="variables">The names of variables of the method that the code stands in; <see langword="null"/> where it is the only expression there, or not used.</param>
    public static CompiledExpression Compile(Expression expression, IExpressionTypes types, VariableNames? variables = null)
    {
        var compilation = new ExpressionCompilation(types, variables ?? new());
        return compilation.Result(compilation.Value(expression));
    }

    /// <summary>Compiles <paramref name="condition"/>, which must come out as true or false.</summary>
    /// <param name="condition">The condition, parsed without faults.</param>
    /// <param name="types">What is known of the values.</param>
    /// <param name="variables">The names of variables of the method that the code stands in; <see langword="null"/> where it is the only expression there, or not used.</param>
    public static CompiledExpression CompileCondition(Expression condition, IExpressionTypes types, VariableNames? variables = null)
    {
        var compilation = new ExpressionCompilation(types, variables ?? new());
        return compilation.Result(compilation.Condition(condition));
    }
}
