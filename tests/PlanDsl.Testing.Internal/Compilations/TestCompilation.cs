using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace PlanDsl.Testing.Internal;

/// <summary>Compilations as a user's project makes them: nullable on, documentation checked, implicit usings.</summary>
public static class TestCompilation
{
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using PlanDsl;
        """;

    /// <summary>How test sources are parsed: the latest C# of the oldest compiler that we support.</summary>
    public static CSharpParseOptions ParseOptions { get; } =
        new(LanguageVersion.Latest, DocumentationMode.Diagnose, preprocessorSymbols: ["NET", "NET10_0_OR_GREATER"]);

    /// <summary>A library named <c>Tests</c> of these sources, at the paths <c>/src/Test0.cs</c>, <c>/src/Test1.cs</c> and so on.</summary>
    public static CSharpCompilation Create(params ReadOnlySpan<string> sources) => Create(TestReferences.Default, sources);

    /// <summary>A library of these sources with other references.</summary>
    public static CSharpCompilation Create(ImmutableArray<MetadataReference> references, params ReadOnlySpan<string> sources)
    {
        var trees = new List<SyntaxTree>();
        for (var i = 0; i < sources.Length; i++)
            trees.Add(Parse(sources[i], PathOf(i)));
        if (references.Length > TestReferences.Platform.Length)
            trees.Add(Parse(ImplicitUsings, "/src/GlobalUsings.cs"));
        return CSharpCompilation.Create("Tests", trees, references, Options);
    }

    /// <summary>The path of the source with this index.</summary>
    public static string PathOf(int index) => $"/src/Test{index}.cs";

    /// <summary>The compilation with the source of this index replaced.</summary>
    public static CSharpCompilation WithSource(this CSharpCompilation compilation, int index, string source)
    {
        var old = compilation.SyntaxTrees.Single(tree => tree.FilePath == PathOf(index));
        return compilation.ReplaceSyntaxTree(old, Parse(source, old.FilePath));
    }

    private static SyntaxTree Parse(string source, string path) =>
        CSharpSyntaxTree.ParseText(source, ParseOptions, path, System.Text.Encoding.UTF8);

    private static CSharpCompilationOptions Options => new(
        OutputKind.DynamicallyLinkedLibrary,
        optimizationLevel: OptimizationLevel.Release,
        nullableContextOptions: NullableContextOptions.Enable,
        deterministic: true);
}
