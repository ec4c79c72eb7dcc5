namespace PlanDsl.Tests;

public sealed class JsonLinesJournalTests : JournalContractTests<JsonLinesStorage>;

public sealed class JsonLinesJournalRequestTests : JournalRequestTests<JsonLinesStorage>;

public sealed class JsonLinesJournalConcurrencyTests : JournalConcurrencyTests<JsonLinesStorage>;

public sealed class JsonLinesJournalLateSignalTests : LateSignalTests<JsonLinesStorage>;
