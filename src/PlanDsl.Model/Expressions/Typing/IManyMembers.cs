namespace PlanDsl.Model;

/// <summary>Types of values that may have very many members, and of which very many expressions may be, each with a name that none of them has.</summary>
internal interface IManyMembers : IExpressionTypes
{
    /// <summary>Whether one of the members of something has this name.</summary>
    /// <param name="names">Their names.</param>
    /// <param name="name">The name as written.</param>
    bool HasMember(EquatableArray<string> names, string name);

    /// <summary>The member that was probably meant; <see langword="null"/> if there is none, and where nobody would read of it.</summary>
    /// <param name="names">The names of the members.</param>
    /// <param name="name">The name as written.</param>
    string? NearestMember(EquatableArray<string> names, string name);
}
