using PlanDsl.Generators;

namespace PlanDsl.Generators.Tests;

public class CodeWriterTests
{
    [Fact]
    public void Indents_blocks_and_leaves_no_blanks_on_empty_lines()
    {
        var writer = new CodeWriter();
        using (writer.Block("class C"))
        {
            writer.WriteLine("int a;\r\n\nint b;");
            using (writer.Indent())
                writer.WriteLine("=> c;");
        }

        Assert.Equal("class C\n{\n    int a;\n\n    int b;\n        => c;\n}\n", writer.ToString());
    }

    [Fact]
    public void Refuses_to_be_read_while_a_block_is_open()
    {
        var writer = new CodeWriter();
        writer.Block("class C");
        Assert.Throws<InvalidOperationException>(writer.ToString);
    }
}
