namespace Corpus.Governed;

[Plan(Timeout = "1h", DefaultTimeout = "00:00:30")]
public partial class Download(Uri address)
{
    private const string Patience = "5m";

    [Step(Timeout = Patience, TotalTimeout = "30m", Retries = 5, RetryBackoff = RetryBackoff.Exponential, RetryDelay = "500ms", RetryMaxDelay = "2m",
        RetryOn = [typeof(System.IO.IOException), typeof(Refused)], NoRetryOn = [typeof(System.IO.FileNotFoundException)], Pipeline = "downloads")]
    async Task<byte[]> FetchAsync(StepContext context)
    {
        context.ReportProgress(0.5, $"{address}, attempt {context.Attempt}");
        await Task.Delay(1, context.CancellationToken);
        return [];
    }

    [Step(Retries = 2, RetryDelay = "0s")] static int Count(byte[] fetch, StepContext context, CancellationToken cancellationToken) => fetch.Length + context.Attempt;

    [Step] static string Show(int count) => $"{count}";

    private sealed class Refused : Exception;
}
