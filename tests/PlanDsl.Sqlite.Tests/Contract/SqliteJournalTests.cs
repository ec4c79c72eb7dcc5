namespace PlanDsl.Tests;

public sealed class SqliteJournalTests : JournalContractTests<SqliteStorage>;

public sealed class SqliteJournalRequestTests : JournalRequestTests<SqliteStorage>;

public sealed class SqliteJournalConcurrencyTests : JournalConcurrencyTests<SqliteStorage>;

public sealed class SqliteJournalLateSignalTests : LateSignalTests<SqliteStorage>;
