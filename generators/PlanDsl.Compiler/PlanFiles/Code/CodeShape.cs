namespace PlanDsl.Compiler;

/// <summary>How values of a type are read and made, beyond what they are as JSON.</summary>
internal enum CodeShape
{
    /// <summary>A boolean, a number or a string that is one in C# too; no serializer is needed.</summary>
    Scalar,

    /// <summary>A string as JSON and something else in C#: a date, a GUID, an enum.</summary>
    Text,

    /// <summary>An object or array whose members and elements are known.</summary>
    Composite,

    /// <summary>An object or array of which only a serializer knows what it is as JSON.</summary>
    Serialized,

    /// <summary>A JSON value.</summary>
    Json,
}
