using PlanDsl.Testing.Internal;

namespace PlanDsl.Generators.Tests;

public class StateMachineRandomTests
{
    private const int Probes = 50;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Generated_tables_agree_with_what_is_declared_for_every_pair(int seed)
    {
        var random = new Random(seed);
        var machines = Enumerable.Range(0, 60)
            .Select(i => new RandomMachine(random, $"Machine{i}", random.Next(1, 12), random.Next(1, 9)))
            .Append(new RandomMachine(random, "MoreStatesThanBytes", 300, 3))
            .Append(new RandomMachine(random, "MoreTriggersThanBytes", 3, 300))
            .ToList();
        var assembly = Compile(machines);

        Assert.All(machines, machine => Check(machine, LoadedMachine.Of(assembly, machine.Name)));
    }

    // Checked arithmetic is a project's choice; tables have to stand it.
    private static System.Reflection.Assembly Compile(IEnumerable<RandomMachine> machines)
    {
        var compilation = TestCompilation.Create(string.Join('\n', machines.Select(static machine => machine.Declare())));
        return GeneratorRun.Of(compilation.WithOptions(compilation.Options.WithOverflowChecks(true)), new StateMachineGenerator())
            .AssertCompiles().Load();
    }

    private static void Check(RandomMachine declared, LoadedMachine generated)
    {
        var (states, triggers) = (declared.States.Values, declared.Triggers.Values);
        for (var state = 0; state < states.Length; state++)
        {
            var permitted = new List<Int128>();
            for (var trigger = 0; trigger < triggers.Length; trigger++)
            {
                var isDeclared = declared.Targets.TryGetValue((state, trigger), out var target);
                Assert.Equal((isDeclared, states[isDeclared ? target : state]), generated.TryFire(states[state], triggers[trigger]));
                if (isDeclared)
                    permitted.Add(triggers[trigger]);
            }

            Assert.Equal(permitted.Order(), generated.Permitted(states[state]).Order());
            Assert.Equal(declared.Terminal.Contains(state), generated.IsTerminal(states[state]));
            Assert.All(declared.Triggers.Undefined.Take(Probes), trigger => Assert.Equal((false, states[state]), generated.TryFire(states[state], trigger)));
        }

        foreach (var undefined in declared.States.Undefined.Take(Probes))
        {
            Assert.All(triggers, trigger => Assert.Equal((false, undefined), generated.TryFire(undefined, trigger)));
            Assert.Empty(generated.Permitted(undefined));
            Assert.False(generated.IsTerminal(undefined));
        }
    }
}
