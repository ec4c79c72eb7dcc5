using System.Text;

namespace PlanDsl.Model;

/// <summary>How text is written where it would be read as something else.</summary>
internal static class TemplateEscapes
{
    public static void Append(string value, StringBuilder text)
    {
        for (var i = 0; i < value.Length; i++)
        {
            var marks = i + 1 < value.Length && value[i + 1] == '{' ? value[i] : '\0';
            if (marks == '$')
                text.Append("$${");
            else if (marks == '{')
                text.Append("{{{{");
            else
                text.Append(value[i]);
            if (marks is '$' or '{')
                i++;
        }
    }
}
