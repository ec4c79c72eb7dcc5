using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using Microsoft.CodeAnalysis;
using PlanDsl.Model;
using PlanDsl.Testing.Internal;

namespace PlanDsl.Compiler.Tests;

public class CompiledAgreesTests
{
    private const int Texts = 3_000;

    private static readonly TextPlace At = TextPlace.Of("args");
    private static readonly CodePlace Place = new("s", MethodRole.Body, "step 's'");

    [Fact]
    public async Task What_is_compiled_comes_to_what_is_interpreted()
    {
        var compilation = Sample.Compile();
        var types = new SymbolTypes(compilation);
        var roots = Sample.RootsIn(compilation, types);
        var fields = new CodeFields();
        var make = new RandomTexts(new Random(5));
        var targets = compilation.GetTypeByMetadataName("Takers")!.GetMembers("Take").OfType<IMethodSymbol>().Single().Parameters.Select(parameter => types.Of(parameter.Type)).ToArray();
        var cases = new List<TextCase>();
        var source = new StringBuilder("#nullable enable\n#pragma warning disable CS1591\npublic static class Emitted\n{\n");
        var faulty = 0;
        while (cases.Count < Texts)
        {
            var next = TextCase.Next(cases.Count, make, targets);
            var writer = new CodeWriter(roots, Place, fields, types);
            if (next.Write(writer, At) is { } code)
            {
                source.Append(CultureInfo.InvariantCulture, $"    public static {next.Type} E{cases.Count}({Sample.Parameters}) => {code};\n");
                cases.Add(next);
            }
            else
            {
                Assert.NotEmpty(writer.Faults);
                Assert.True(++faulty < Texts * 2, $"{next}: {string.Join("; ", writer.Faults)}");
            }
        }

        foreach (var field in fields.Declarations)
            source.Append("    ").Append(field).Append('\n');
        var assembly = Sample.Compile(source.Append("}\n").ToString()).Load();
        var methods = cases.Select((_, i) => assembly.GetType("Emitted")!.GetMethod($"E{i}")!).ToArray();
        var orders = (Array)assembly.GetType("Values")!.GetField("All")!.GetValue(null)!;
        await SampleRun.InStepAsync(context => Compare(cases, methods, orders, context)).ConfigureAwait(true);
    }

    private static void Compare(List<TextCase> cases, MethodInfo[] methods, Array orders, StepContext context)
    {
        var failures = 0;
        var different = new List<string>();
        for (var sample = 0; sample < orders.Length; sample++)
        {
            var (order, maybe) = (orders.GetValue(sample), sample == 0 ? null : orders.GetValue(1));
            object?[] arguments = [order, maybe, (long)sample, sample == 1 ? "t" : null, Sample.Data[sample], Sample.Builds[sample], context];
            var scope = new SampleScope(new(StringComparer.Ordinal)
            {
                ["order"] = PlanJson.From(order, context),
                ["maybe"] = PlanJson.From(maybe, context),
                ["n"] = PlanJson.Of((long)sample),
                ["text"] = PlanJson.Of(sample == 1 ? "t" : null),
                ["data"] = Sample.Data[sample],
                ["build"] = PlanJson.Of(Sample.Builds[sample]),
            });
            for (var i = 0; i < methods.Length; i++)
            {
                var interpreted = cases[i].Interpret(new(default, scope), methods[i].ReturnType, context);
                var compiled = Called(cases[i], methods[i], arguments, context);
                if (interpreted != compiled)
                    different.Add($"{cases[i].Source} with sample {sample} is interpreted as {interpreted}, and compiled as {compiled}");
                failures += interpreted.StartsWith("fault", StringComparison.Ordinal) ? 1 : 0;
            }
        }

        Assert.True(different.Count == 0, string.Join('\n', different.Take(20)));
        Assert.InRange(failures, Texts / 20, Texts * 2);
    }

    private static string Called(TextCase text, MethodInfo method, object?[] arguments, StepContext context)
    {
        try
        {
            return text.Shown(method.Invoke(null, arguments), context);
        }
        catch (TargetInvocationException thrown)
        {
            return thrown.InnerException is InvalidOperationException fault ? text.Shown(fault) : thrown.InnerException!.ToString();
        }
    }
}
