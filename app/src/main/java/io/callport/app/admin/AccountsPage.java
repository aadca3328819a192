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

    static Page of(LoopSnapshot state, PageRequest wanted) {
        Optional<String> format = wanted.parameter(FORMAT);
        if (format.isPresent() && !List.of("json", "table").contains(format.get())) {
            return Page.text(400, FORMAT + ": must be json or table\n");
        }
        LoopSnapshot chosen =
                wanted.parameter(ACCOUNT).map(account -> only(state, account)).orElse(state);
        if (chosen.accounts().isEmpty() && !state.accounts().isEmpty()) {
            return Page.text(404, ACCOUNT + ": not configured here; /accounts lists those that are\n");
        }
        boolean table = format.map("table"::equals).orElse(wanted.prefersText());
        return table ? Page.text(200, AccountsTable.of(chosen)) : Page.json(200, AccountsJson.of(chosen));
    }

    private static LoopSnapshot only(LoopSnapshot state, String account) {
        List<AccountSnapshot> chosen = state.accounts().stream()
                .filter(it -> it.account().toString().equals(account))
                .toList();
        return new LoopSnapshot(state.at(), chosen, state.partitions());
    }
}
