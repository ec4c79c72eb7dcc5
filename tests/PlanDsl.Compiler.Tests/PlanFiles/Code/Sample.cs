using System.Text.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PlanDsl.Model;
using PlanDsl.Testing.Internal;

namespace PlanDsl.Compiler.Tests;

/// <summary>What the texts of these tests are about: the result of a step in C#, with members of every kind, one that may be absent, a JSON value,
/// the result of a command, and inputs.</summary>
internal static class Sample
{
    /// <summary>The parameters of a method, of which each is a root.</summary>
    public const string Parameters =
        "Order order, Order? maybe, long n, string? text, global::System.Text.Json.JsonElement data, global::PlanDsl.CommandResult build, global::PlanDsl.StepContext context";

    /// <summary>The types, and values of them.</summary>
    public const string Source = """"
        #pragma warning disable CS1591
        using System.Text.Json;
        using System.Text.Json.Serialization;

        public enum Level { Low, VeryHigh }

        [Flags]
        public enum Marks { None, New, Hot }

        public sealed record Line(string Sku, int? Quantity, decimal Price);

        public abstract record Named
        {
            public string Name { get; init; } = "";

            public virtual string Kind => "named";
        }

        public sealed record Order : Named
        {
            public override string Kind => "order";
            public int Count { get; init; }
            public long Big { get; init; }
            public ulong Huge { get; init; }
            public byte Small { get; init; }
            public decimal Total { get; init; }
            public double Rate { get; init; }
            public float Share { get; init; }
            public bool IsPaid { get; init; }
            public bool? IsChecked { get; init; }
            public int? Discount { get; init; }
            public string? Note { get; init; }
            public DateOnly Day { get; init; }
            public DateTime? At { get; init; }
            public TimeSpan Took { get; init; }
            public Guid Id { get; init; }
            public char Letter { get; init; } = 'x';
            public Uri? Address { get; init; }
            public byte[] Bytes { get; init; } = [1, 2, 3];
            public Level Level { get; init; }
            public Level? Wanted { get; init; }
            public Marks Marks { get; init; }
            public string[] Tags { get; init; } = [];
            public string?[] Notes { get; init; } = [];
            public List<int> Codes { get; init; } = [];
            public IEnumerable<DateOnly> Days { get; init; } = [];
            public IReadOnlyList<Line> Lines { get; init; } = [];
            public Line? First { get; init; }
            public Dictionary<string, int> Rates { get; init; } = [];
            public (int Width, string Unit) Size { get; init; } = (0, "");
            public JsonElement Extra { get; init; }
            public JsonElement? More { get; init; }
            public object? Anything { get; init; }
            public string @class = "field";

            [JsonPropertyName("sum")]
            public int Added { get; init; }

            [JsonIgnore]
            public string Hidden { get; init; } = "hidden";

            [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
            public string? Rarely { get; init; }

            private string Secret => "secret";
        }

        public static class Takers
        {
            public static void Take(
                int a, long b, byte c, decimal d, double e, float f, bool g, string h, string? i, int? j, DateOnly k, Level l, Level? m, Guid n, Line o, Line? p, Order q,
                string[] s, List<int> t, IReadOnlyList<string?> u, int[] v, object w, object? x, Dictionary<string, int> y, (int Width, string Unit) z, DateTime? aa, Uri? ab, Line[] ac, char ad)
            {
            }
        }

        public static class Values
        {
            public static Order[] All =
            [
                new() { Lines = [new("", null, 0)], Tags = ["a"], Size = (3, "cm"), Extra = JsonElement.Parse("null") },
                new()
                {
                    Count = 1, Big = 100, Huge = 18446744073709551615, Small = 7, Total = 2.50m, Rate = 0.1, Share = 0.1f, IsPaid = true, IsChecked = true, Discount = 1,
                    Name = "ab", Note = "a", Day = new(2026, 1, 2), At = new(2026, 1, 2, 3, 4, 5, 600, DateTimeKind.Utc), Took = TimeSpan.FromSeconds(90), Id = new("6f9619ff-8b86-d011-b42d-00c04fc964ff"),
                    Address = new("https://example.com/ä"), Level = Level.VeryHigh, Wanted = Level.Low, Marks = Marks.New | Marks.Hot,
                    Tags = ["B", "ab", "€\"\n"], Notes = ["x", null], Codes = [0, 1], Days = [new(2026, 1, 2)], Lines = [new("a", 1, 2.5m), new("B", null, 1)], First = new("ab", 100, 0.10m),
                    Rates = new() { ["eur"] = 1, ["Us D"] = 2 }, Extra = JsonElement.Parse("""{ "n": 1.50, "list": ["x", 2, null], "s": "ab" }"""),
                    More = JsonElement.Parse("[1, 2]"), Anything = new Line("any", 2, 3), Added = 5, Rarely = "rarely",
                },
                new()
                {
                    Count = -1, Big = long.MaxValue, Total = 0.30000000000000004m, Rate = 1e300, Share = 2.5f, IsChecked = false, Discount = 0,
                    Name = "B", Note = "", Day = new(1999, 12, 31), Level = Level.Low, Codes = [1], First = new("", null, 1), Extra = JsonElement.Parse("null"), Anything = 12,
                },
            ];
        }
        """";

    /// <summary>The result of a command, for each of the values.</summary>
    public static CommandResult[] Builds { get; } =
    [
        new(0, "", "", null),
        new(0, "out", "err\nor", JsonElement.Parse("""{ "n": 2, "files": ["a.txt", "b c.txt"], "ok": true }""")),
        new(3, "ab", "", JsonElement.Parse("[1, 2.50]")),
    ];

    /// <summary>JSON values, for each of the values.</summary>
    public static JsonElement[] Data { get; } =
    [
        JsonElement.Parse("""{ "n": 1, "s": "ab", "yes": true, "none": null, "list": [], "deep": { "n": 1e2 } }"""),
        JsonElement.Parse("""{ "n": 2.50, "s": "a", "yes": false, "none": null, "list": [0, "a", true], "deep": { "n": 0.1 }, "day": "2026-01-02" }"""),
        JsonElement.Parse("""{ "n": "1", "s": 1, "yes": "true", "list": [null], "deep": null }"""),
    ];

    /// <summary>The compilation of <see cref="Source"/> and other sources.</summary>
    public static CSharpCompilation Compile(params IEnumerable<string> sources) => TestCompilation.Create([Source, .. sources]);

    /// <summary>What paths begin with, in a method with these <see cref="Parameters"/>.</summary>
    public static ICodeRoots RootsIn(Compilation compilation, SymbolTypes types)
    {
        var order = types.Of(compilation.GetTypeByMetadataName("Order")!);
        return new SampleRoots(new(StringComparer.Ordinal)
        {
            ["order"] = new(order, "order"),
            ["maybe"] = new(order.OrNull(), "maybe") { WhyNull = "the plan goes on when step 'maybe' fails" },
            ["n"] = new(CodeTypes.Integer, "n"),
            ["text"] = new(CodeTypes.String.OrNull(), "text"),
            ["data"] = new(CodeTypes.Json, "data"),
            ["build"] = new(CodeTypes.CommandResult, "build"),
        });
    }

    private sealed class SampleRoots(Dictionary<string, CodeValue> roots) : ICodeRoots
    {
        public CodeValue? Find(PathExpression path) => roots.GetValueOrDefault(path.Root);

        public CodeValue? FindVariable(string name) => roots.GetValueOrDefault(name);
    }
}
