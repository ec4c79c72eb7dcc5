namespace PlanDsl.Model;

/// <summary>What the value of a property in a plan file is. <c>null</c> may be written for each of them, and says nothing.</summary>
internal enum PropertyType
{
    /// <summary>Any value.</summary>
    Any,

    /// <summary>A string.</summary>
    Text,

    /// <summary>One of a few strings.</summary>
    Choice,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A number.</summary>
    Number,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean,

    /// <summary>Strings in a list.</summary>
    Texts,

    /// <summary>Some of a few strings in a list.</summary>
    Choices,

    /// <summary>A string into which values are inserted.</summary>
    Template,

    /// <summary>Such strings in a list.</summary>
    Templates,

    /// <summary>Such strings by their names.</summary>
    TemplateMap,

    /// <summary>Any values by their names, into whose strings values are inserted.</summary>
    Values,

    /// <summary>Any values by their names.</summary>
    Constants,

    /// <summary>An object with any properties, which is the author's own.</summary>
    Free,

    /// <summary>A path to a value.</summary>
    Path,

    /// <summary>An expression that is true or false.</summary>
    Condition,

    /// <summary>An object of the grammar.</summary>
    Object,

    /// <summary>Objects of the grammar in a list.</summary>
    Objects,

    /// <summary>Objects of the grammar by their names.</summary>
    ObjectMap,
}
