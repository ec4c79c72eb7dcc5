using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace PlanDsl.Tests;

/// <summary>Writes what an assembly makes public, one member a line, in an order that does not depend on its source.</summary>
internal static class PublicApi
{
    private const BindingFlags Declared =
        BindingFlags.DeclaredOnly | BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly NullabilityInfoContext Nullability = new();

    public static string Of(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var type in assembly.GetExportedTypes().OrderBy(static type => type.FullName, StringComparer.Ordinal))
        {
            text.Append(Header(type)).Append("\n{\n");
            foreach (var line in Members(type).Order(StringComparer.Ordinal))
                text.Append("    ").Append(line).Append(";\n");
            text.Append("}\n\n");
        }

        return text.ToString();
    }

    private static string Header(Type type)
    {
        var kind = type switch
        {
            { IsEnum: true } => "enum",
            { IsInterface: true } => "interface",
            { IsValueType: true } => "struct",
            { IsAbstract: true, IsSealed: true } => "static class",
            { IsAbstract: true } => "abstract class",
            { IsSealed: true } => "sealed class",
            _ => "class",
        };
        var bases = type.IsEnum
            ? [Enum.GetUnderlyingType(type)]
            : BaseOf(type).Concat(type.GetInterfaces().Except(type.BaseType?.GetInterfaces() ?? [])).ToArray();
        var names = bases.Select(CSharpName.Of).Order(StringComparer.Ordinal).ToArray();
        return $"public {kind} {CSharpName.Of(type)}" + (names.Length == 0 ? "" : " : " + string.Join(", ", names));
    }

    private static Type[] BaseOf(Type type) =>
        type.BaseType is { } inherited && inherited != typeof(object) && inherited != typeof(ValueType) ? [inherited] : [];

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum)
            return type.GetFields(BindingFlags.Static | BindingFlags.Public).Select(static field => $"{field.Name} = {Convert.ToInt64(field.GetRawConstantValue(), null)}");

        return type.GetMembers(Declared)
            .Where(static member => member.GetCustomAttribute<CompilerGeneratedAttribute>() is null)
            .Select(Line)
            .OfType<string>();
    }

    private static string? Line(MemberInfo member) => member switch
    {
        ConstructorInfo constructor when IsVisible(constructor) => $"{Modifiers(constructor)}.ctor({Parameters(constructor)})",
        MethodInfo { IsSpecialName: false } method when IsVisible(method) => Method(method),
        MethodInfo { IsSpecialName: true } method when IsVisible(method) && method.Name.StartsWith("op_", StringComparison.Ordinal) => Method(method),
        PropertyInfo property => Property(property),
        FieldInfo { IsPublic: true } field => $"public {(field.IsLiteral ? "const" : field.IsStatic ? "static" : "")} {CSharpName.Of(field.FieldType)} {field.Name}",
        _ => null,
    };

    private static string Method(MethodInfo method)
    {
        var arguments = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(CSharpName.Of))}>" : "";
        return $"{Modifiers(method)}{Annotated(method.ReturnType, Nullability.Create(method.ReturnParameter))} {method.Name}{arguments}({Parameters(method)})";
    }

    private static string? Property(PropertyInfo property)
    {
        var accessors = new[] { ("get", property.GetMethod), (IsInit(property) ? "init" : "set", property.SetMethod) }
            .Where(static accessor => accessor.Item2 is { } method && IsVisible(method))
            .ToArray();
        if (accessors.Length == 0)
            return null;
        var required = property.GetCustomAttribute<RequiredMemberAttribute>() is null ? "" : "required ";
        var index = string.Join(", ", property.GetIndexParameters().Select(static parameter => CSharpName.Of(parameter.ParameterType)));
        return $"{Modifiers(accessors[0].Item2!)}{required}{Annotated(property.PropertyType, Nullability.Create(property))} {property.Name}"
            + (index.Length == 0 ? "" : $"[{index}]")
            + $" {{ {string.Join(" ", accessors.Select(static accessor => accessor.Item1 + ";"))} }}";
    }

    private static bool IsInit(PropertyInfo property) =>
        property.SetMethod?.ReturnParameter.GetRequiredCustomModifiers().Any(static type => type.Name == "IsExternalInit") is true;

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static string Modifiers(MethodBase method) =>
        (method.IsPublic ? "public " : "protected ")
        + (method switch
        {
            { IsStatic: true } => "static ",
            { IsAbstract: true } => "abstract ",
            { IsVirtual: true, IsFinal: false } => "virtual ",
            _ => "",
        });

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(static parameter =>
        $"{(parameter.IsOut ? "out " : "")}{Annotated(parameter.ParameterType, Nullability.Create(parameter))} {parameter.Name}{(parameter.HasDefaultValue ? $" = {parameter.DefaultValue ?? "default"}" : "")}"));

    // A nullable value type is spelled so already, and of a type parameter reflection cannot tell.
    private static string Annotated(Type type, NullabilityInfo nullability)
    {
        var name = CSharpName.Of(type.IsByRef ? type.GetElementType()! : type);
        return !type.IsValueType && !type.IsGenericParameter && nullability.ReadState is NullabilityState.Nullable ? name + "?" : name;
    }
}
