namespace PlanDsl.Tests;

internal sealed record Line(string Product, int Count, decimal Price);

internal sealed record Quote(decimal Total, int Rounds);

internal sealed record Offer(string From, decimal Total);

internal sealed record Approval(string By, DateOnly Until);

internal sealed record Parcel(string Label, string[] Products);

internal sealed record Invoice(
    string Customer, DateOnly Day, decimal[] Prices, Quote Quote, string? Cheapest, string Courier, Parcel Parcel, Approval Approval, string? Insurance, decimal Rate, int? Gift);

internal sealed record Ticket(string Number, DateOnly Day);
