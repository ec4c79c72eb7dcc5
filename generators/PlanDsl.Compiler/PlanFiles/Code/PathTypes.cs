using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>The types of paths, found by what they begin with.</summary>
/// <param name="roots">What they begin with.</param>
/// <param name="indexed">What takes an element by its index, given the list in C# and the path to it.</param>
internal sealed class PathTypes(ICodeRoots roots, Func<string, string, string> indexed) : IExpressionTypes
{
    // A type may be met with null and without; its spelling is the same.
    private readonly Dictionary<string, CodeType> _types = new(StringComparer.Ordinal);

    public ExpressionType? Find(PathExpression path, out int used, out string code)
    {
        var value = roots.Find(path);
        (used, code) = (value?.Used ?? 0, value?.Code ?? "");
        return value is null ? null : Known(value.Type);
    }

    public ExpressionType? MemberOf(ExpressionType type, string name, out string member)
    {
        var found = MemberOf(TypeOf(type), name);
        member = found?.Name ?? "";
        return found is null ? null : Known(found.Type);
    }

    public IEnumerable<string> MembersOf(ExpressionType type) => TypeOf(type).Members.Select(static member => member.Key).Distinct(StringComparer.Ordinal);

    public ExpressionType? ElementOf(ExpressionType type, out string? count)
    {
        var array = TypeOf(type);
        count = array.Count;
        return Known(array.Element!);
    }

    public string Indexed(string list, string path) => indexed(list, path);

    /// <summary>The type that an expression has which was compiled with these.</summary>
    public CodeType TypeOf(ExpressionType type)
    {
        var known = _types.TryGetValue(type.Name, out var found) ? found : CodeTypes.Of(new TypeRef(type.Name, type.Display));
        return type.MayBeNull ? known.OrNull(type.IsNullJudged) : known.OrNothingElse();
    }

    /// <summary>The member with this name, as JSON or as C# has it.</summary>
    public static CodeMember? MemberOf(CodeType type, string name) =>
        type.Members.FirstOrDefault(member => member.Key == name) ?? type.Members.FirstOrDefault(member => member.Name == name);

    private ExpressionType Known(CodeType type)
    {
        _types[type.Expression.Name] = type;
        return type.Expression;
    }
}
