using System.Text.Json.Serialization;

namespace PlanDsl.Tests;

/// <summary>How what compiled plans are given, and what their steps return, becomes JSON: without reflection, as programs have it that start fast.</summary>
[JsonSerializable(typeof(Line[]))]
[JsonSerializable(typeof(Quote))]
[JsonSerializable(typeof(Offer))]
[JsonSerializable(typeof(Approval))]
[JsonSerializable(typeof(Parcel))]
[JsonSerializable(typeof(Invoice))]
[JsonSerializable(typeof(Ticket))]
[JsonSerializable(typeof(DateOnly[]))]
[JsonSerializable(typeof(string[]))]
internal sealed partial class KilledJson : JsonSerializerContext;
