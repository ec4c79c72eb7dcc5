using PlanDsl.Model;

namespace PlanDsl.Compiler;

/// <summary>How far a path is followed in C# where the rest is followed when the plan runs.</summary>
internal static class PathStart
{
    /// <summary>The value that is handed over, and how many segments lead to it. An element or a member may not be there, and is left to the run; so
    /// is what lies behind null.</summary>
    /// <param name="path">The path.</param>
    /// <param name="roots">What it begins with.</param>
    /// <param name="most">How many segments may be followed.</param>
    public static (CodeValue Value, int Used) Of(PathExpression path, ICodeRoots roots, int most = int.MaxValue)
    {
        var value = roots.Find(path)!;
        var (type, code, used, isConditional) = (value.Type, value.Code, value.Used, false);
        for (; used < Math.Min(most, path.Segments.Count); used++)
        {
            if (path.Segments[used].Name is not { } name || type.Expression.IsDynamic || (type.Expression.MayBeNull && !path.HasDefault)
                || PathTypes.MemberOf(type, name) is not { } member || (member.Type.Expression.MayBeMissing && !path.HasDefault))
                break;
            isConditional |= type.Expression.MayBeNull;
            code += (type.Expression.MayBeNull ? "?." : ".") + member.Name;
            type = member.Type;
        }

        return used == value.Used ? (value, used) : (new(isConditional ? type.OrNull() : type, code), used);
    }
}
