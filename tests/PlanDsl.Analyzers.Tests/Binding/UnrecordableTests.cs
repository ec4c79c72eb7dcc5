namespace PlanDsl.Analyzers.Tests;

public sealed class UnrecordableTests
{
    private const string Types = """

        public interface IShape;
        public abstract class Shape;
        public class Uncalled { private Uncalled() { } }
        public class Choice { public Choice(int a) { } public Choice(string b) { } }
        public class Unknown(int size) { public int Length => size; }
        public class Lost { public int Kept { get; set; } public int Total { get; private set; } }
        public class Filled { public List<int> Items { get; } = []; }
        public record Basket(int Id) { public List<int> Items { get; } = []; }
        public struct Given(int number) { public int Number { get; } = number; }
        public class Own : IEnumerable<int>
        {
            public IEnumerator<int> GetEnumerator() => throw new FormatException();
            System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => throw new FormatException();
        }
        public record Order(int Id, Line[] Lines);
        public record Line(string Product, Func<decimal> Price);
        """;

    [Theory]
    [InlineData("Action", "it is 'Action', a delegate, which is no data; take what it is made of")]
    [InlineData("Func<int>[]", "it holds 'Func<int>', a delegate, which is no data; take what it is made of")]
    [InlineData("System.IO.MemoryStream", "it is 'MemoryStream', a stream, which is gone with its process; take a byte[] or a string")]
    [InlineData("Type", "it is 'Type', a part of a program, which the serializer refuses; take its name")]
    [InlineData("IntPtr", "it is 'nint', an address, which means nothing in another process; take a long")]
    [InlineData("Task<int>[]", "it holds 'Task<int>', a task, which is no data; await it, and take what it brings")]
    [InlineData("List<IAsyncEnumerable<int>>", "it holds 'IAsyncEnumerable<int>', a stream, of which nothing is kept; take an array")]
    [InlineData("FormatException", "it is 'FormatException', an exception, which cannot be made again; take what it says")]
    [InlineData("CancellationToken", "it is 'CancellationToken', a token of this process; take it as the token of the step")]
    [InlineData("object", "it is 'object', an object that comes back as a JsonElement; take a type of its own, or JsonElement")]
    [InlineData("Dictionary<string, object>", "it holds 'object', an object that comes back as a JsonElement; take a type of its own, or JsonElement")]
    [InlineData("int[,]", "it is 'int[,]', an array of several dimensions, which the serializer refuses; take an array of arrays")]
    [InlineData("Stack<int>", "it is 'Stack<int>', a stack, which comes back in reverse order; take a list")]
    [InlineData("System.Collections.ObjectModel.ReadOnlyCollection<int>", "it is 'ReadOnlyCollection<int>', a list that the serializer cannot fill; take an array, or a list of the framework")]
    [InlineData("ILookup<int, string>", "it is 'ILookup<int, string>', a list of which the serializer cannot tell what to make; take an array, or a list of the framework")]
    [InlineData("Own", "it is 'Own', a list that the serializer cannot fill; take an array, or a list of the framework")]
    [InlineData("Dictionary<Uncalled, int>", "it is 'Dictionary<Uncalled, int>', a dictionary whose keys, of type 'Uncalled', are no names in JSON; take strings as keys")]
    [InlineData("System.Numerics.BigInteger", "it is 'BigInteger', nothing that the serializer knows; take a string, or mark it with a [JsonConverter]")]
    [InlineData("Index", "it is 'Index', of which the serializer can set nothing; take a type with public setters or 'init', or mark it with a [JsonConverter]")]
    [InlineData("IShape", "it is 'IShape', of which the serializer cannot tell what to make; name the types that may stand for it by [JsonDerivedType], or take a class")]
    [InlineData("Shape", "it is 'Shape', of which the serializer cannot tell what to make; name the types that may stand for it by [JsonDerivedType], or take a class")]
    [InlineData("Uncalled", "it is 'Uncalled', which has no constructor that the serializer calls; give it a public one without parameters, or mark one [JsonConstructor]")]
    [InlineData("Choice", "it is 'Choice', which has no constructor that the serializer calls; give it a public one without parameters, or mark one [JsonConstructor]")]
    [InlineData("Unknown", "it is 'Unknown', whose constructor takes 'size', which no property of that name tells; add one, or mark another constructor [JsonConstructor]")]
    [InlineData("Lost", "'Lost.Total' does not come back, since the serializer cannot set it; give it a public setter or 'init', mark it [JsonInclude], or let the constructor take it")]
    [InlineData("Filled", "'Filled.Items' does not come back, since the serializer cannot set it; give it a public setter or 'init', mark it [JsonInclude], or let the constructor take it")]
    [InlineData("Basket", "'Basket.Items' does not come back, since the serializer cannot set it; give it a public setter or 'init', mark it [JsonInclude], or let the constructor take it")]
    [InlineData("Given", "'Given.Number' does not come back, since the serializer cannot set it; give it a public setter or 'init', mark it [JsonInclude], or let the constructor take it")]
    [InlineData("Order", "'Order.Lines[].Price' is 'Func<decimal>', a delegate, which is no data; take what it is made of")]
    [InlineData("(int Count, Order? Order)", "'Order.Lines[].Price' is 'Func<decimal>', a delegate, which is no data; take what it is made of")]
    [InlineData("Inner.Results", "it is 'Inner.Results', the results of a plan, which only its runs make; take those of them that you need")]
    public Task Reports_what_a_step_returns_and_does_not_come_back(string type, string reason) => Verify.ReportsAsync(
        $$"""
        [Plan(Resumable = true)]
        public partial class P
        {
            [Step] static {|PLAN0212:{{type}}|} Fetch() => throw new FormatException();
        }

        [Plan] public partial class Inner { [Step] static int A() => 1; }
        {{Types}}
        """,
        $"The result of step 'fetch' cannot be recorded in a journal: {reason}");

    [Fact]
    public Task Reports_inputs_and_elements_at_their_types() => Verify.ReportsAsync(
        """
        [Plan(Resumable = true)]
        public partial class P
        {
            [Step] static int[] Numbers([Input] {|PLAN0212:Action<int>|} report) => [];
            [Step] static {|PLAN0212:Task<Action>|} Each([Each("numbers")] int number, [Input] Action<int> report, CancellationToken ct) => throw new FormatException();
        }
        """,
        "Input 'report' cannot be recorded in a journal: it is 'Action<int>', a delegate, which is no data; take what it is made of",
        "The result of step 'each' cannot be recorded in a journal: it is 'Action', a delegate, which is no data; take what it is made of");

    [Fact]
    public Task Reports_what_stands_in_for_another_plan() => Verify.ReportsAsync(
        """
        [Plan(Resumable = true)]
        public partial class P
        {
            [Step(Plan = typeof(Inner), Fallback = nameof(Instead))] private partial {|PLAN0212:Task<Inner.Results>|} Other(CancellationToken ct);
            static Inner.Results Instead() => throw new FormatException();
        }

        [Plan] public partial class Inner { [Step] static int A() => 1; }
        """,
        "The result of step 'other' cannot be recorded in a journal: the results of another plan are made again of those of its steps, and what stands in for them has none; leave out the fallback, or run the plan in the body of the step");

    [Fact]
    public async Task Reports_what_the_methods_of_a_plan_file_return_in_the_file()
    {
        var test = VerifyFile.Test with { Files = [new("/src/test.plan.json", """{ "steps": [{ "id": {|PLAN0212:"fetch"|}, "call": "Fetch" }, { "id": "show", "call": "Show" }] }""")] };
        var reported = await test.RunAsync(
            """
            [Plan("test.plan.json", Resumable = true)]
            public partial class Report
            {
                private static Action[] Fetch() => [];
                private static string Show() => "";
            }
            """);

        Assert.Equal("The result of step 'fetch' cannot be recorded in a journal: it holds 'Action', a delegate, which is no data; take what it is made of", Assert.Single(reported).GetMessage(null));
    }

    [Fact]
    public Task Accepts_what_comes_back() => Verify.AcceptsAsync(
        """
        using System.Collections.Immutable;
        using System.Text.Json;
        using System.Text.Json.Serialization;

        [Plan(Resumable = true), ParallelGroup("g")]
        public partial class P
        {
            [Step] static void Nothing() { }
            [Step] static Task Later(CancellationToken ct) => Task.CompletedTask;
            [Step] static Task<string?> Text(CancellationToken ct, [Input] DateOnly day, [Input] Order[] orders, [Input] int? most = null) => throw new FormatException();
            [Step] static IAsyncEnumerable<Order> Stream(CancellationToken ct) => throw new FormatException();
            [Step] static IAsyncEnumerable<Order> Live(CancellationToken ct) => throw new FormatException();
            [Step] static Task Read(IAsyncEnumerable<Order> live, CancellationToken ct) => Task.CompletedTask;
            [Step] static (int Left, Order[] Right) Pair() => default;
            [Step] static Dictionary<DayOfWeek, IReadOnlyList<Point?>> ByDay() => [];
            [Step] static ImmutableArray<KeyValuePair<string, Guid>> Pairs() => [];
            [Step] static JsonElement Json() => default;
            [Step] static Tree Cyclic() => new();
            [Step] static Shape Drawn() => new Circle(1);
            [Step] static Converted Own() => throw new FormatException();
            [Step] static Chosen Choice() => throw new FormatException();
            [Step] static Marked Marks() => new();
            [Step] static Line Sums() => new(1, 2);
            [Step] static Queue<int> InLine() => [];
            [Step(Group = "g")] static int A() => 1;
            [Step(Group = "g")] static int B() => 2;
            [Step(Plan = typeof(Inner))] private partial Task<Inner.Results> Other(CancellationToken ct);
            [Signal("go")] private partial Task<Order> Go();
        }

        [Plan] public partial class Inner { [Step] static int A() => 1; }
        public sealed record Order(int Id, decimal? Total, Uri? Link) { public bool IsFree => Total is null; }
        public readonly record struct Point(int X, int Y);
        public sealed record Line(decimal Price, int Count) { public decimal Sum { get; } = Price * Count; public string Text { get; } = $"{Price}"; }
        public class Tree { public List<Tree> Branches { get; init; } = []; public required string Name { get; init; } = ""; [System.Diagnostics.CodeAnalysis.SetsRequiredMembers] public Tree() { } }
        [JsonDerivedType(typeof(Circle), "circle")] public abstract record Shape;
        public sealed record Circle(double Radius) : Shape;
        [JsonConverter(typeof(JsonStringEnumConverter))] public class Converted { private Converted(Action a) { } public Action? Do { get; } }
        public class Chosen { [JsonConstructor] public Chosen(int size) => Size = size; public Chosen(string text) { } public int Size { get; } }
        public class Marked
        {
            [JsonIgnore] public Action? Do { get; }
            [JsonInclude] public int Kept { get; private set; }
            [JsonConverter(typeof(JsonStringEnumConverter))] public object? Any { get; set; }
            [JsonExtensionData] public Dictionary<string, object>? More { get; set; }
        }
        """);

    [Fact]
    public Task Accepts_anything_where_nobody_asks() => Verify.AcceptsAsync(
        """
        [Plan]
        public partial class P
        {
            [Step] static Action Fetch([Input] Func<int> take) => () => take();
        }

        [Plan(Resumable = false)]
        public partial class Q
        {
            [Step] static object Fetch() => 1;
        }
        """);
}
