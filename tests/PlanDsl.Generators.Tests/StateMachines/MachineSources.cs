namespace PlanDsl.Generators.Tests;

/// <summary>Sources with state machines.</summary>
internal static class MachineSources
{
    public const string Door = """
        namespace Building;

        public enum DoorState { Closed, Opened, Broken }

        public enum DoorTrigger { Push, Pull, Smash }

        [StateMachine(Initial = DoorState.Closed, Terminal = new object[] { DoorState.Broken })]
        [Transition(DoorState.Closed, DoorTrigger.Push, DoorState.Opened)]
        [Transition(DoorState.Opened, DoorTrigger.Pull, DoorState.Closed)]
        [Transition(DoorState.Closed, DoorTrigger.Smash, DoorState.Broken)]
        public static partial class Door;
        """;

    // Neither enum can be used as an index: gaps, negative values, 64 bits, aliases, members with keywords for names.
    public const string Modem = """
        namespace Net;

        public enum Line : long { @default = -1, Ringing = 10, Busy = 1L << 40, Engaged = Busy }

        [Flags]
        public enum Signal : byte { None = 0, Ring = 1, Hangup = 128 }

        internal static partial class Modems
        {
            [StateMachine(Initial = Line.@default, Terminal = new object[] { Line.Engaged })]
            [Transition(Line.@default, Signal.Ring, Line.Ringing)]
            [Transition(Line.Ringing, Signal.Hangup, Line.@default)]
            [Transition(Line.Ringing, Signal.None, Line.Busy)]
            internal static partial class Modem;
        }
        """;

    // Values that follow each other, but not from zero.
    public const string Elevator = """
        public enum Floor : sbyte { Basement = -2, Garage, Ground, First }

        internal enum Button { Up = 7, Down = 8 }

        [StateMachine(Initial = Floor.Ground)]
        [Transition(Floor.Basement, Button.Up, Floor.Garage)]
        [Transition(Floor.Garage, Button.Up, Floor.Ground)]
        [Transition(Floor.Ground, Button.Up, Floor.First)]
        [Transition(Floor.First, Button.Down, Floor.Ground)]
        [Transition(Floor.Ground, Button.Down, Floor.Garage)]
        [Transition(Floor.Garage, Button.Down, Floor.Basement)]
        public static partial class Elevator;
        """;

    public const string Ambiguous = """
        public enum S { A, B }

        public enum T { Go }

        [StateMachine(Terminal = new object[] { S.B })]
        [Transition(S.A, T.Go, S.B)]
        [Transition(S.A, T.Go, S.A)]
        public static partial class Ambiguous;
        """;
}
