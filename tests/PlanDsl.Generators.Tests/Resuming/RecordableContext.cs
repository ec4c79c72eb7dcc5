using System.Text.Json.Serialization;

namespace PlanDsl.Generators.Tests;

/// <summary>What the compiler has made of types of the framework, so that plans of which only a test knows the source can do without reflection.</summary>
[JsonSerializable(typeof(DateOnly))]
[JsonSerializable(typeof(Dictionary<string, int>))]
[JsonSerializable(typeof(double[]))]
[JsonSerializable(typeof(Tuple<int, string>))]
internal sealed partial class RecordableContext : JsonSerializerContext;
