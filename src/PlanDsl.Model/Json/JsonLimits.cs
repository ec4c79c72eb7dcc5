using System.Globalization;
using System.Text;

namespace PlanDsl.Model;

/// <summary>How large a document may be.</summary>
internal static class JsonLimits
{
    public static JsonFault? FaultOf(string text)
    {
        // A UTF-16 code unit takes three bytes at most.
        if (text.Length <= JsonTree.MaxBytes / 3 || (text.Length <= JsonTree.MaxBytes && Encoding.UTF8.GetByteCount(text) <= JsonTree.MaxBytes))
            return null;
        var most = (JsonTree.MaxBytes >> 20).ToString(CultureInfo.InvariantCulture);
        return new(new(0, 0), $"The file has more than {most} MiB, which is the most that is read; move some of its steps to a plan that a step runs") { IsLimit = true };
    }
}
