namespace PlanDsl.Generators;

/// <summary>Writes the documented signatures of the generated members, one after the other; whoever calls writes the bodies.</summary>
/// <param name="writer">Where to write.</param>
/// <param name="accessibility">The accessibility keywords of the members.</param>
/// <param name="state">The enum of the states.</param>
/// <param name="trigger">The enum of the triggers.</param>
internal sealed class StateMachineMembers(CodeWriter writer, string accessibility, string state, string trigger)
{
    public CodeWriter.Scope TryFire()
    {
        Document("""
            /// <summary>Fires <paramref name="trigger"/> in <paramref name="state"/>. Thread-safe, as all members: nothing is stored here.</summary>
            /// <param name="state">The state to leave.</param>
            /// <param name="trigger">What happened.</param>
            /// <param name="next">The state to enter; where the trigger is rejected, <paramref name="state"/> again.</param>
            /// <returns>Whether such a transition is declared. Values that the enums do not define are rejected as well.</returns>
            """);
        return writer.Block($"{accessibility} static bool TryFire({state} state, {trigger} trigger, out {state} next)");
    }

    public CodeWriter.Scope Permitted()
    {
        Document("""
            /// <summary>The triggers that are not rejected in <paramref name="state"/>, in the order of their values. Allocates nothing.</summary>
            /// <param name="state">The state to leave.</param>
            """);
        return writer.Block($"{accessibility} static global::System.ReadOnlySpan<{trigger}> Permitted({state} state)");
    }

    public CodeWriter.Scope IsTerminal()
    {
        Document("""
            /// <summary>Whether the machine may end in <paramref name="state"/>.</summary>
            /// <param name="state">A state.</param>
            """);
        return writer.Block($"{accessibility} static bool IsTerminal({state} state)");
    }

    public CodeWriter.Scope ToMermaid()
    {
        Document("""
            /// <summary>The machine as a Mermaid state diagram, a constant.</summary>
            """);
        return writer.Block($"{accessibility} static string ToMermaid()");
    }

    private void Document(string documentation)
    {
        writer.WriteLine(documentation);
        writer.WriteLine(GeneratedFile.GeneratedCodeAttribute);
    }
}
