namespace Corpus.Flow;

public interface IMailer { Task SendAsync(string text, CancellationToken cancellationToken); }

[Plan]
public partial class Booking(decimal limit)
{
    [Step(Fallback = nameof(LastRateAsync), OnFailure = FailurePolicy.Continue)]
    static Task<decimal> FetchRateAsync(CancellationToken ct) => Task.FromResult(1m);

    static ValueTask<decimal> LastRateAsync([Input] DateOnly day, StepContext context) => new(day.Day * context.Attempt);

    [Step(When = nameof(IsWanted), Compensate = nameof(CancelAsync))]
    async Task<string?> BookAsync(decimal? fetchRate, [FromServices] IFormatProvider? client, CancellationToken ct)
    {
        await Task.Delay(1, ct);
        return client is null && fetchRate > limit ? null : "booked";
    }

    bool IsWanted([Input] DateOnly day, [From("fetch_rate")] decimal? rate) => day.Day > 1 && rate < limit;

    static async Task CancelAsync(string? book, [FromServices] IMailer mailer, CancellationToken ct) => await mailer.SendAsync($"cancel {book}", ct);

    [Step] static int Count(string? book) => book?.Length ?? 0;

    [Step(RunWhen = RunWhen.Failure)]
    static Task AlertAsync(StepOutcome<string> book, [From("count")] StepOutcome<long>? counted, [FromServices] IMailer mailer, CancellationToken ct) =>
        mailer.SendAsync($"{book.Status} {counted?.Error}", ct);

    [Step(RunWhen = RunWhen.Always, When = nameof(IsOpen), Compensate = "Forget")]
    static void Close(StepOutcome<object> alert, int? count) => Forget();

    static bool IsOpen(StepOutcome<object> alert) => alert.Status is not StepStatus.Skipped;

    static void Forget() { }
}
