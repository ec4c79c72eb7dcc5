using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>What is common to all that is written for one method of a step.</summary>
internal sealed class CodeContext(ICodeRoots roots, CodePlace place, CodeFields fields, SymbolTypes? types, VariableNames variables)
{
    // What stands for the text of a condition in code that is not whole yet. Strings in code never hold it as it is.
    private const string TextOfCondition = "\0";

    public ICodeRoots Roots => roots;

    public CodePlace Place => place;

    public CodeFields Fields => fields;

    /// <summary>Whether a value of one type is taken, as it is, where another is asked for.</summary>
    public bool Converts(CodeType from, CodeType to) => types?.Converts(from, to) ?? from.Expression.Name == to.Expression.Name;

    public List<CodeFault> Faults { get; } = [];

    public bool UsesContext { get; private set; }

    /// <summary>Another with the same roots, of which nothing but its faults is kept.</summary>
    public CodeContext ForFaults() => new(roots, place, new(), types, new());

    /// <summary>Another for code that stands in a field of its own and calls the context of the attempt so.</summary>
    public CodeContext Within(string name) => new(roots, place with { Context = name }, fields, types, variables);

    /// <summary>The context of the attempt, which knows how objects become JSON.</summary>
    public string Context()
    {
        UsesContext = true;
        return place.Context;
    }

    /// <summary>Where a value is inserted, for what is said when the plan runs and it cannot be: a string of C#.</summary>
    public string PlaceOf(TextPlace at) => CSharpText.Quote($"'{at.Property}' of {place.RunName}");

    /// <summary>Compiles an expression that stands in a string; its faults are noted.</summary>
    public TypedExpression Compile(Expression expression, TextPlace at)
    {
        var paths = new PathTypes(roots, (list, path) => $"global::PlanDsl.PlanElements.Of({list}, {CSharpText.Quote(path)}, {PlaceOf(at)})");
        return Noted(ExpressionCompiler.Compile(expression, paths, variables), paths, at, expression);
    }

    /// <summary>Compiles a condition; its faults are noted.</summary>
    public TypedExpression CompileCondition(Expression condition, TextPlace at)
    {
        var paths = new PathTypes(roots, static (list, path) => $"global::PlanDsl.PlanElements.InCondition({list}, {CSharpText.Quote(path)}, {TextOfCondition})");
        var compiled = ExpressionCompiler.CompileCondition(condition, paths, variables);
        return Noted(compiled with { Code = WithText(compiled.Code, condition) }, paths, at, condition);
    }

    // A condition may be long, and take very many elements, each of which says it in its message.
    private string? WithText(string? code, Expression condition)
    {
        if (code?.IndexOf(TextOfCondition, StringComparison.Ordinal) is not (>= 0 and var first))
            return code;
        var text = condition.ToString();
        var quoted = CSharpText.Quote(text);
        return code.Replace(TextOfCondition, code.LastIndexOf(TextOfCondition, StringComparison.Ordinal) == first ? quoted : fields.Add($"text {text}", "System.String", quoted));
    }

    private TypedExpression Noted(CompiledExpression compiled, PathTypes paths, TextPlace at, Expression expression)
    {
        // It may be long, and have very many faults.
        var written = compiled.Faults.IsEmpty ? "" : Finding.Cut(expression.ToString());
        foreach (var fault in compiled.Faults)
            Faults.Add(CodeFaults.Of(fault, written, place, at));
        return new(expression, compiled, TypeOf(compiled.Type, paths));
    }

    // What is made a string of is one from then on.
    private static CodeType TypeOf(ExpressionType? type, PathTypes paths)
    {
        if (type is null or { IsDynamic: true })
            return CodeTypes.Json;
        return type is not { Kind: ValueKind.String, AsText: null } ? paths.TypeOf(type)
            : type.MayBeNull ? CodeTypes.String.OrNull(type.IsNullJudged)
            : CodeTypes.String;
    }
}
