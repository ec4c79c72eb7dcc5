using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Mirrors.Tests;

/// <summary>A collector of telemetry that keeps what it is sent over HTTP, as text in which the names can be found.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly ConcurrentQueue<(string Path, string Body)> _received = new();

    private Collector(WebApplication server) => _server = server;

    public string Address => _server.Urls.Single();

    public static async Task<Collector> StartAsync()
    {
        var server = WebApplication.CreateSlimBuilder().Build();
        var collector = new Collector(server);
        server.Urls.Add("http://127.0.0.1:0");
        server.MapPost("/v1/{signal}", (RequestDelegate)collector.KeepAsync);
        await server.StartAsync().ConfigureAwait(false);
        return collector;
    }

    /// <summary>All that was posted to this path.</summary>
    public string BodiesOf(string path) => string.Concat(_received.Where(request => request.Path == path).Select(static request => request.Body));

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task KeepAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.Latin1);
        _received.Enqueue((context.Request.Path, await reader.ReadToEndAsync(context.RequestAborted).ConfigureAwait(false)));
    }
}
