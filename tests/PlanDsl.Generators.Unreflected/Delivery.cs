using System.Text.Json.Serialization;

namespace PlanDsl.Tests;

internal sealed record Order(int Id, decimal Total, DateOnly? Due);

internal readonly record struct Price(decimal Sum);

internal enum Size
{
    Small,
    Large,
}

internal sealed record Line(Order Order, Price Price, Size Size);

internal sealed record Parcel(Line[] Lines, TimeSpan? Took);

internal sealed record Approval(string By, DateOnly On);

/// <summary>What is known of the types of <see cref="DeliveryPlan"/>.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, UseStringEnumConverter = true)]
[JsonSerializable(typeof(DateOnly))]
[JsonSerializable(typeof(Order[]))]
[JsonSerializable(typeof(Price))]
[JsonSerializable(typeof(Dictionary<string, Size>))]
[JsonSerializable(typeof(TimeSpan?))]
[JsonSerializable(typeof(Parcel))]
[JsonSerializable(typeof(Approval))]
internal sealed partial class DeliveryContext : JsonSerializerContext;

/// <summary>The same without the type of one step.</summary>
[JsonSerializable(typeof(DateOnly))]
[JsonSerializable(typeof(Order[]))]
[JsonSerializable(typeof(Price))]
[JsonSerializable(typeof(TimeSpan?))]
[JsonSerializable(typeof(Parcel))]
[JsonSerializable(typeof(Approval))]
internal sealed partial class LackingContext : JsonSerializerContext;
