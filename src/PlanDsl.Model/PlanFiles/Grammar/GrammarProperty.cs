namespace PlanDsl.Model;

/// <summary>A property that an object of a plan file may have.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">What its value is.</param>
/// <param name="Description">What it means, for those who write it: a sentence or two.</param>
internal sealed record GrammarProperty(string Name, PropertyType Type, string Description)
{
    /// <summary>The strings that may be written, those that have the same meaning among them; none where any may.</summary>
    public EquatableArray<string> Choices { get; init; }

    /// <summary>What such a string is called.</summary>
    public string Noun { get; init; } = "value";

    /// <summary>The rule that a string breaks which is none of <see cref="Choices"/>.</summary>
    public string ChoiceRule { get; init; } = RuleIds.UnknownPolicy;

    /// <summary>The kinds of step that it says something about.</summary>
    public StepKinds Kinds { get; init; } = StepKinds.All;

    /// <summary>What the objects are that the value consists of; made when asked for, since objects contain each other.</summary>
    public Func<GrammarObject>? Object { get; init; }

    /// <summary>Whether an object is incomplete without it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>The least number that makes sense, for editors; the rules judge it.</summary>
    public int? Minimum { get; init; }

    /// <summary>Where it stands among the properties of its object.</summary>
    public int Ordinal { get; set; }

    /// <summary>A bit by which it is told from most others of its object.</summary>
    public ulong Mark { get; set; }
}
