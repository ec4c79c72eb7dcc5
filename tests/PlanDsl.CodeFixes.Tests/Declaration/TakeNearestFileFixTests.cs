using Microsoft.CodeAnalysis.CodeFixes;
using PlanDsl.Testing.Internal;

namespace PlanDsl.CodeFixes.Tests;

public sealed class TakeNearestFileFixTests
{
    private const string File = """{ "steps": [{ "id": "build", "command": "make" }] }""";

    private static readonly CodeFixTest Test = Fixing.With<TakeNearestFileFixProvider>();

    [Fact]
    public Task Names_the_file_that_was_meant() =>
        Test.FixAsync(TakeNearestFileFixProvider.Key, Code("/* of */ \"tets0.plan.json\""), Code("/* of */ \"test0.plan.json\""));

    [Fact]
    public async Task Is_not_offered_where_no_file_is_near() => Assert.Empty(await Test.OfferedAsync(Code("\"zebra.plan.json\"")));

    [Fact]
    public Task Fix_all_corrects_every_class() => Test.FixAllFilesAsync(
        TakeNearestFileFixProvider.Key,
        FixAllScope.Project,
        new CodeAndFiles(["[Plan(\"tets0.plan.json\")] public partial class First;", "[Plan(\"tets1.plan.json\")] public partial class Second;"], Files()),
        new CodeAndFiles(["[Plan(\"test0.plan.json\")] public partial class First;", "[Plan(\"test1.plan.json\")] public partial class Second;"], Files()));

    private static CodeAndFiles Code(string name) => new([$"[Plan({name})] public partial class First;"], [File]);

    private static System.Collections.Immutable.ImmutableArray<string> Files() => [File, File];
}
