package io.callport.benchmarks.comparison.isolation;

import io.callport.account.Account;
import io.callport.benchmarks.harness.CommandPublisher;

/** The records that come beside the quiet accounts' commands. */
interface Flood {
    /** The account that is flooded; it has a budget of 20 in a minute. */
    Account ACCOUNT = new Account("callbot", "flooded");

    /** The number of records, at most, beside that many quiet commands; each may have a result. */
    int records(int quietCommands);

    /** Publishes the first records at once; their numbers begin with {@code first}. */
    void begin(CommandPublisher commands, int first);

    /** Publishes the records beside one quiet command, the {@code turn}-th of them. */
    void next(CommandPublisher commands, int first, int turn);
}
