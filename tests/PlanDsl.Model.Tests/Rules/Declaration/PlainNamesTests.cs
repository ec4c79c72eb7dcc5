namespace PlanDsl.Model.Tests;

/// <summary>Rules about names look only at those that are not plain: what they say is what they would say if they looked at all.</summary>
public class PlainNamesTests
{
    private const string Letters = "aab_1-AZ";

    private static readonly string[] Words = ["results", "equals", "get_hash_code", "gethashcode", "get_type", "to_string", "toString", "reference_equals", "memberwise_clone", "finalize", "get__type", "start"];

    [Fact]
    public void Of_any_two_steps_there_is_said_what_there_is_to_say()
    {
        var random = new Random(5);
        for (var round = 0; round < 20_000; round++)
        {
            StepModel[] steps = [StepOf(random), StepOf(random)];
            var expected = steps.Sum(FaultsOf);
            var said = Judged.Ids(steps);

            Assert.True(expected == said.Count(static id => id == RuleIds.InvalidName), Told(steps, said));
            if (steps[0].Id != steps[1].Id)
                Assert.True(AreOneMember(steps[0], steps[1]) == said.Contains(RuleIds.DuplicateResultKey), Told(steps, said));
        }
    }

    private static StepModel StepOf(Random random) => random.Next(3) == 0 ? A.Step(NameOf(random)).As(NameOf(random)) : A.Step(NameOf(random));

    private static string NameOf(Random random) =>
        random.Next(4) == 0 ? Words[random.Next(Words.Length)] : new([.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => Letters[random.Next(Letters.Length)])]);

    private static int FaultsOf(StepModel step)
    {
        var isIdWrong = NameRules.FaultOfStepId(step.Id) is not null;
        var isKeyWrong = (step.DeclaredResultKey is { } key && NameRules.FaultOfResultKey(key) is not null)
            || (ReservedNames.IsReservedMember(PascalCase.From(step.ResultKey)) && (step.DeclaredResultKey is not null || !isIdWrong));
        return (isIdWrong ? 1 : 0) + (isKeyWrong ? 1 : 0);
    }

    private static bool AreOneMember(StepModel one, StepModel other) =>
        TakesMember(one) && TakesMember(other) && PascalCase.From(one.ResultKey) is { Length: > 0 } member && member == PascalCase.From(other.ResultKey);

    private static bool TakesMember(StepModel step) => step.DeclaredResultKey is null || NameRules.FaultOfResultKey(step.DeclaredResultKey) is null;

    private static string Told(StepModel[] steps, string[] said) =>
        $"{string.Join(" and ", steps.Select(static step => $"'{step.Id}' as '{step.ResultKey}'"))}: {string.Join(", ", said)}";
}
