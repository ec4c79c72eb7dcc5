using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace PlanDsl;

/// <summary>Tells members that have to come back with their objects from those that are computed of others. The compiler has the same rule for plans
/// that are to be resumed.</summary>
internal static class KeptMember
{
    private const BindingFlags Fields = BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>Whether the serializer can give a member what comes back: it sets it, hands it to the constructor, or fills what is there.</summary>
    /// <param name="contract">The object's.</param>
    /// <param name="member">The member.</param>
    public static bool CanBeSet(JsonTypeInfo contract, JsonPropertyInfo member) => member.Set is not null || member.AssociatedParameter is not null
        || (!member.PropertyType.IsValueType
            && (member.ObjectCreationHandling ?? contract.PreferredPropertyObjectCreationHandling ?? contract.Options.PreferredObjectCreationHandling) is JsonObjectCreationHandling.Populate);

    /// <summary>Whether a member that cannot be set holds something: whether it has a setter, though not for everybody, or a field of its own.</summary>
    /// <remarks>Where nothing is known of the member but its value, nothing speaks against it; nor where those that are read-only are not written at all.</remarks>
    /// <param name="contract">The object's.</param>
    /// <param name="member">The member.</param>
    public static bool Is(JsonTypeInfo contract, JsonPropertyInfo member) => member.AttributeProvider switch
    {
        PropertyInfo property => !contract.Options.IgnoreReadOnlyProperties && (property.SetMethod is not null || (HasField(property) && !IsConstructed(contract, member))),
        FieldInfo => !contract.Options.IgnoreReadOnlyFields,
        _ => false,
    };

    /// <summary>Whether a member is set by nothing but the constructor, which the serializer gives what comes back: it may make the same of that as it had made. Where a
    /// member is itself something that can be changed, nobody need have left it so.</summary>
    /// <param name="contract">The object's.</param>
    /// <param name="member">The member.</param>
    public static bool IsConstructed(JsonTypeInfo contract, JsonPropertyInfo member) =>
        member.AttributeProvider is PropertyInfo { SetMethod: null } property && !CanBeSet(contract, member) && (property.PropertyType.IsValueType || property.PropertyType == typeof(string))
        && contract.Properties.Any(static other => other.AssociatedParameter is not null) && HasField(property);

    /// <summary>Whether an object holds something, and tells of it, and none of that can be set.</summary>
    /// <param name="contract">The object's.</param>
    public static bool NoneCanBeSet(JsonTypeInfo contract) => !contract.Type.IsAbstract && contract.Properties.Any(static member => member.Get is not null)
        && !contract.Properties.Any(member => CanBeSet(contract, member)) && HasFields(contract.Type);

    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "Where the field has been trimmed nobody reads it, and the member holds nothing.")]
    private static bool HasField(PropertyInfo property) => property.DeclaringType?.GetField($"<{property.Name}>k__BackingField", Fields) is not null;

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "Where all fields have been trimmed nobody reads them, and the object holds nothing.")]
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "The same.")]
    private static bool HasFields(Type? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type.GetFields(Fields).Length > 0)
                return true;
        }

        return false;
    }
}
