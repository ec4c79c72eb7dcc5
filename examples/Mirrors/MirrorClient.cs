using PlanDsl;

namespace Mirrors;

/// <summary>Downloads from mirrors.</summary>
public sealed class MirrorClient(HttpClient http, Func<string, Uri> addressOf)
{
    /// <summary>Downloads a release, and reports how far it has come.</summary>
    public async Task<byte[]> DownloadAsync(string mirror, string release, StepContext context)
    {
        using var response = await http.GetAsync(
            new Uri(addressOf(mirror), release), HttpCompletionOption.ResponseHeadersRead, context.CancellationToken);
        response.EnsureSuccessStatusCode();

        var content = new byte[response.Content.Headers.ContentLength ?? throw new InvalidDataException($"Mirror '{mirror}' does not say how much it sends.")];
        await using var body = await response.Content.ReadAsStreamAsync(context.CancellationToken);
        for (var read = 0; read < content.Length;)
        {
            var count = await body.ReadAsync(content.AsMemory(read), context.CancellationToken);
            if (count == 0)
                throw new EndOfStreamException($"Mirror '{mirror}' has stopped in the middle.");
            read += count;
            context.ReportProgress((double)read / content.Length, mirror);
        }

        return content;
    }

    public async Task<string> ChecksumAsync(string mirror, string release, CancellationToken cancellationToken) =>
        await http.GetStringAsync(new Uri(addressOf(mirror), release + ".sha256"), cancellationToken);
}
