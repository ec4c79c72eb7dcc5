using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PlanDsl.Testing.Internal;

namespace PlanDsl.Compiler.Tests;

public class TestCompilationTests
{
    [Fact]
    public async Task The_platform_of_the_tests_compiles_and_runs_under_the_oldest_supported_compiler()
    {
        Assert.Equal(new Version(4, 14), new Version(typeof(CSharpCompilation).Assembly.GetName().Version!.ToString(2)));
        var compilation = TestCompilation.Create("""
            public static class C
            {
                private static ReadOnlySpan<int> Numbers => [1, 2, 3];

                public static async Task<string> Run()
                {
                    await Task.Yield();
                    return $"{Numbers.Length} {new PlanAttribute { MaxParallel = 2 }.MaxParallel} {DateOnly.MinValue.Year}";
                }
            }
            """);
        Assert.Empty(compilation.GetDiagnostics().Where(static problem => problem.Severity >= DiagnosticSeverity.Warning && problem.Id is not "CS1591"));
        Assert.Equal("3 2 1", await compilation.Load().RunAsync("C", "Run"));
    }
}
