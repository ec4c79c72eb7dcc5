using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>Writes in C# what stands in the texts of one method of a step, and checks it against the C# types that it is about. What it writes
/// means what the same file means that is interpreted. Not for several threads.</summary>
/// <remarks>Each method returns <see langword="null"/> where there are faults, and where a path names nothing or a text could not be read, which are
/// findings of others.
/// The code stands for itself in any expression: it is a call, a name, a literal, or in parentheses.</remarks>
/// <param name="roots">What paths and variables begin with.</param>
/// <param name="place">The method.</param>
/// <param name="fields">The static fields of the plan.</param>
/// <param name="types">The types of the compilation; <see langword="null"/> for a plan of which none is needed.</param>
/// <param name="variables">The names of variables of the method, where others write in it, too; <see langword="null"/> for names of its own.</param>
public sealed class CodeWriter(ICodeRoots roots, CodePlace place, CodeFields fields, SymbolTypes? types, VariableNames? variables = null)
{
    private readonly CodeContext _context = new(roots, place, fields, types, variables ?? new());

    /// <summary>What does not fit, in the order in which it was met.</summary>
    public EquatableArray<CodeFault> Faults => _context.Faults.ToEquatableArray();

    /// <summary>Whether the code reads <see cref="CodePlace.Context"/>.</summary>
    public bool UsesContext => _context.UsesContext;

    /// <summary>A condition: a <see cref="bool"/>.</summary>
    /// <param name="condition">The condition, read without faults.</param>
    /// <param name="property">The property in which it stands: <c>condition</c> or <c>repeat_until</c>.</param>
    public string? Condition(Expression condition, string property) => new ConditionCode(_context).Write(condition, TextPlace.Of(property));

    /// <summary>The value of an expression in whatever type it has.</summary>
    public CodeValue? Value(Expression expression, TextPlace at) => new ValueCode(_context).Write(expression, at);

    /// <summary>A value as JSON: a <c>JsonElement</c>.</summary>
    public string Json(CodeValue value) => new JsonCode(_context).Of(value);

    /// <summary>A text with values inserted: a <see cref="string"/>.</summary>
    public string? Text(Template template, TextPlace at) =>
        FaultyTexts.Is(template) ? null : new TextCode(_context).Write(template, at);

    /// <summary>The arguments that a text stands for: items of a collection expression, such as <c>"--title"</c> or <c>.. files</c>.</summary>
    public EquatableArray<string>? Arguments(Template template, TextPlace at) =>
        FaultyTexts.Is(template) ? null : new ArgumentCode(_context).Write(template, at);

    /// <summary>A text that a shell reads: an interpolated string, whose holes are what was inserted.</summary>
    public string? ShellText(Template template, TextPlace at) =>
        FaultyTexts.Is(template) ? null : new TextCode(_context).WriteInterpolated(template, at);

    /// <summary>A JSON value with values inserted: a <c>JsonElement</c>.</summary>
    public string? Json(ValueTemplate value, TextPlace at) =>
        FaultyTexts.AreIn(value) ? null : new JsonCode(_context).Write(value, at);

    /// <summary>A JSON value with values inserted, as what a parameter or an input takes.</summary>
    /// <param name="value">The value.</param>
    /// <param name="at">Where it stands.</param>
    /// <param name="target">The type that is taken.</param>
    /// <param name="taker">What takes it, at the start of a sentence: <c>Parameter 'lines'</c>.</param>
    public string? Into(ValueTemplate value, TextPlace at, CodeType target, string taker) =>
        FaultyTexts.AreIn(value) ? null : new TargetCode(_context, target, taker).Write(value, at);
}
