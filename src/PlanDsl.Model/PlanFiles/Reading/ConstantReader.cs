using System.Collections.Immutable;

namespace PlanDsl.Model;

/// <summary>Reads the constants of a plan or of a group.</summary>
internal static class ConstantReader
{
    public static EquatableArray<ConstantModel> Read(FileReading reading, JsonNode? node, Place place, HashSet<string> names)
    {
        if (node is not { } map)
            return [];
        var constants = ImmutableArray.CreateBuilder<ConstantModel>();
        foreach (var (name, value) in reading.Values.Once(map, place.In("bindings")))
        {
            constants.Add(new(name.Value, JsonWriting.Of(value)));
            names.Add(name.Value);
        }

        return constants.ToImmutable();
    }
}
