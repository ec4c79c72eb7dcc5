using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Mirrors;

/// <summary>Three mirrors on this machine: one that never comes to send, one that fails, and one that is good.</summary>
internal sealed class LoopbackMirrors : IAsyncDisposable
{
    private readonly Dictionary<string, WebApplication> _mirrors = new(StringComparer.Ordinal);

    public static async Task<LoopbackMirrors> StartAsync()
    {
        var mirrors = new LoopbackMirrors();
        await mirrors.AddAsync("slow", static context => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted));
        await mirrors.AddAsync("failing", static context =>
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return Task.CompletedTask;
        });
        await mirrors.AddAsync("good", SendAsync);
        return mirrors;
    }

    public Uri AddressOf(string mirror) => new(_mirrors[mirror].Urls.Single());

    public async ValueTask DisposeAsync()
    {
        foreach (var mirror in _mirrors.Values)
            await mirror.DisposeAsync();
    }

    private async Task AddAsync(string name, Func<HttpContext, Task> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var mirror = builder.Build();
        mirror.Urls.Add("http://127.0.0.1:0");
        mirror.Run(context => answer(context));
        await mirror.StartAsync();
        _mirrors.Add(name, mirror);
    }

    // In quarters, so that there is progress to be seen, and not before the others have had their chance to lose.
    private static async Task SendAsync(HttpContext context)
    {
        var content = Releases.OnMirrors(context.Request.Path.Value!.TrimStart('/'));
        context.Response.ContentLength = content.Length;
        for (var sent = 0; sent < content.Length; sent += content.Length / 4)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(150), TimeProvider.System, context.RequestAborted);
            await context.Response.Body.WriteAsync(content.AsMemory(sent, content.Length / 4), context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
        }
    }
}
