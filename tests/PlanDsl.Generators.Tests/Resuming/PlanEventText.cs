using System.Text;
using System.Text.Json;

namespace PlanDsl.Generators.Tests;

/// <summary>What a journal writes of an event.</summary>
internal static class PlanEventText
{
    public static string Of(PlanEvent happened)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
            PlanEventJson.Write(writer, happened);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
