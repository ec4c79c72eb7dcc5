namespace PlanDsl.Model;

/// <summary>Reads what people are told of a plan or a step.</summary>
internal static class CaptionReader
{
    public static CaptionModel? Read(ObjectView view, bool hasTags = true)
    {
        if (!view.IsGiven("name") && !view.IsGiven("description") && !(hasTags && view.IsGiven("tags")))
            return null;
        var caption = new CaptionModel
        {
            Title = view.Text("name"),
            Description = view.Text("description"),
            Tags = hasTags ? view.Texts("tags") : [],
        };
        return caption == None ? null : caption;
    }

    private static CaptionModel None { get; } = new();
}
