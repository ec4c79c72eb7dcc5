using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace PlanDsl.Testing.Internal;

/// <summary>Compiles to memory and loads what came out, so that a test can run it.</summary>
/// <remarks>What is loaded stays until the process ends: to unload it would take the runtime's least travelled paths into every test.</remarks>
public static class EmittedAssembly
{
    /// <summary>The assembly of the run's output, loaded.</summary>
    public static Assembly Load(this GeneratorRun run) => run.Output.Load();

    /// <summary>The assembly of <paramref name="compilation"/>, loaded.</summary>
    public static Assembly Load(this CSharpCompilation compilation)
    {
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        image.Position = 0;
        return new AssemblyLoadContext(name: null, isCollectible: false).LoadFromStream(image);
    }

    /// <summary>Calls the public static method <paramref name="method"/> of <paramref name="type"/> and awaits its string.</summary>
    public static async Task<string> RunAsync(this Assembly assembly, string type, string method, params object?[] arguments)
    {
        var found = assembly.GetType(type, throwOnError: true)!.GetMethod(method, BindingFlags.Public | BindingFlags.Static);
        Assert.NotNull(found);
        return await Assert.IsAssignableFrom<Task<string>>(found.Invoke(null, arguments));
    }
}
