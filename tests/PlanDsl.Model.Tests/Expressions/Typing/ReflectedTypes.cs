using System.Reflection;

namespace PlanDsl.Model.Tests;

/// <summary>The types of roots that are parameters, found by reflection.</summary>
internal sealed class ReflectedTypes : IExpressionTypes
{
    private readonly NullabilityInfoContext _nullability = new();
    private readonly Dictionary<string, Type> _types = new(StringComparer.Ordinal);

    public ExpressionType? Find(PathExpression path, out int used, out string code)
    {
        (used, code) = (0, path.Root);
        return path.Root switch
        {
            "order" => Of(typeof(SampleOrder), mayBeNull: false),
            "maybe" => Of(typeof(SampleOrder), mayBeNull: true),
            "n" => Of(typeof(int), mayBeNull: false),
            "text" => Of(typeof(string), mayBeNull: true),
            _ => null,
        };
    }

    public ExpressionType? MemberOf(ExpressionType type, string name, out string member)
    {
        var property = Properties(type).FirstOrDefault(property => property.Name == name || SnakeCase.From(property.Name) == name);
        member = property?.Name ?? "";
        return property is null ? null : Of(property.PropertyType, _nullability.Create(property).ReadState is NullabilityState.Nullable);
    }

    public IEnumerable<string> MembersOf(ExpressionType type) => Properties(type).Select(static property => SnakeCase.From(property.Name));

    public ExpressionType? ElementOf(ExpressionType type, out string? count)
    {
        var clr = _types[type.Name];
        count = clr.IsArray ? "Length" : "Count";
        return Of(clr.IsArray ? clr.GetElementType()! : clr.GetGenericArguments()[0], mayBeNull: false);
    }

    public string Indexed(string list, string path) => list;

    private static PropertyInfo[] Properties(Type type) => type.GetProperties(BindingFlags.Instance | BindingFlags.Public);

    private PropertyInfo[] Properties(ExpressionType type) => Properties(_types[type.Name]);

    private ExpressionType Of(Type type, bool mayBeNull)
    {
        var clr = Nullable.GetUnderlyingType(type) ?? type;
        var (kind, number) = clr switch
        {
            _ when clr == typeof(bool) => (ValueKind.Boolean, NumberType.None),
            _ when clr == typeof(int) || clr == typeof(long) => (ValueKind.Number, NumberType.Integer),
            _ when clr == typeof(decimal) => (ValueKind.Number, NumberType.Decimal),
            _ when clr == typeof(double) => (ValueKind.Number, NumberType.Double),
            _ when clr == typeof(float) => (ValueKind.Number, NumberType.Single),
            _ when clr == typeof(string) => (ValueKind.String, NumberType.None),
            _ when clr.IsArray || clr.IsGenericType => (ValueKind.Array, NumberType.None),
            _ => (ValueKind.Object, NumberType.None),
        };
        var name = clr.IsGenericType ? $"global::System.Collections.Generic.IReadOnlyList<{clr.GetGenericArguments()[0].FullName}>" : "global::" + clr.FullName;
        _types[name] = clr;
        return new(kind, name, clr.Name) { Number = number, MayBeNull = mayBeNull };
    }
}
