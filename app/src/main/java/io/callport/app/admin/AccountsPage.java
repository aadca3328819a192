package io.callport.app.admin;

import io.callport.app.admin.accounts.AccountsJson;
import io.callport.app.admin.accounts.AccountsTable;
import io.callport.kafka.state.AccountSnapshot;
import io.callport.kafka.state.LoopSnapshot;
import io.callport.observability.pages.Page;
import io.callport.observability.pages.PageRequest;
import java.util.List;
import java.util.Optional;

/** The page of the accounts: JSON for programs, a table for people. */
final class AccountsPage {
    private static final String ACCOUNT = "account";
    private static final String FORMAT = "format";

    private AccountsPage() {}

    static Page of(LoopSnapshot snapshot, PageRequest wanted) {
        Optional<String> format = wanted.parameter(FORMAT);
        if (format.isPresent() && !List.of("json", "table").contains(format.get())) {
            return Page.text(400, FORMAT + ": must be json or table\n");
        }
        LoopSnapshot chosen = wanted.parameter(ACCOUNT)
                .map(account -> only(snapshot, account))
                .orElse(snapshot);
        if (chosen.accounts().isEmpty() && !snapshot.accounts().isEmpty()) {
            return Page.text(404, ACCOUNT + ": not configured here; /accounts lists those that are\n");
        }
        boolean table = format.map("table"::equals).orElse(wanted.prefersText());
        return table ? Page.text(200, AccountsTable.of(chosen)) : Page.json(200, AccountsJson.of(chosen));
    }

    private static LoopSnapshot only(LoopSnapshot snapshot, String account) {
        List<AccountSnapshot> chosen = snapshot.accounts().stream()
                .filter(it -> it.account().toString().equals(account))
                .toList();
        return new LoopSnapshot(snapshot.at(), chosen, snapshot.partitions());
    }
}
