using System.Text;

namespace PlanDsl.Model.Tests;

/// <summary>Ten million characters that are not quite plan files: nothing throws, nothing hangs, and what is made of a text is in
/// proportion to it.</summary>
public class FuzzTests
{
    private const int Characters = 5_000_000;

    private static readonly string[] Pieces =
    [
        "{", "}", "[", "]", ":", ",", "\"", "\\", "\\u12", "\\ud83d", "//", "/*", "*/", "\n", "\r", " ", "0", "-1", "1e999", "3.", "true", "null", "'", "@", "\0", "\u2028", "\ud800",
        "\"steps\"", "\"id\"", "\"a\"", "\"command\"", "\"parallel\"", "\"agent\"", "\"with\"", "\"depends_on\"", "\"condition\"", "\"fallback\"", "\"for_each\"",
        "\"transitions\"", "\"{{ a.b }}\"", "\"{{ inputs[\\\"x\\\"] ?? 1 }}\"", "\"${V}\"", "{{", "}}", "a ==", "\"type\"", "\"sequential\"", "\"order\"",
    ];

    [Fact]
    public void Mutated_files_are_read()
    {
        var random = new Random(20261121);
        string[] files = [.. Corpus.NamesIn("Valid").Select(name => Corpus.Read("Valid", name)), .. Corpus.NamesIn("Broken").Select(name => Corpus.Read("Broken", name))];
        for (var read = 0; read < Characters;)
        {
            var text = Mutate(files[random.Next(files.Length)], files, random);
            Read(text);
            read += text.Length + 1;
        }
    }

    [Fact]
    public void Random_pieces_are_read()
    {
        var random = new Random(7);
        for (var read = 0; read < Characters;)
        {
            var text = new StringBuilder();
            var length = random.Next(20_000);
            while (text.Length < length)
                text.Append(Pieces[random.Next(random.Next(2) == 0 ? Pieces.Length : 6)]);
            Read(text.ToString());
            read += text.Length + 1;
        }
    }

    private static string Mutate(string text, string[] files, Random random)
    {
        var mutated = new StringBuilder(text);
        for (var changes = random.Next(1, 6); changes > 0; changes--)
        {
            var at = random.Next(mutated.Length + 1);
            var length = Math.Min(random.Next(12), mutated.Length - at);
            switch (random.Next(5))
            {
                case 0:
                    mutated.Remove(at, length);
                    break;
                case 1:
                    mutated.Insert(at, Pieces[random.Next(Pieces.Length)]);
                    break;
                case 2 when at < mutated.Length:
                    mutated[at] = (char)random.Next(char.MaxValue + 1);
                    break;
                case 3:
                    mutated.Insert(at, mutated.ToString(at, length));
                    break;
                default:
                    var other = files[random.Next(files.Length)];
                    var from = random.Next(other.Length + 1);
                    mutated.Insert(at, other.AsSpan(from, Math.Min(random.Next(80), other.Length - from)));
                    break;
            }
        }

        return mutated.ToString();
    }

    private static void Read(string text)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var file = PlanFileReader.Read(text, "fuzz.plan.json");
        var findings = file.Check();
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.True(allocated < 500_000 + (2_000L * text.Length), $"{allocated} bytes for {text.Length} characters");
        foreach (var finding in findings)
        {
            var span = file.Map.Find(finding.Anchor);
            Assert.InRange(span.Start, 0, text.Length);
            Assert.InRange(span.End, span.Start, text.Length);
            Assert.NotEmpty(finding.Message);
        }
    }
}
