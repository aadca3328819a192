package io.callport.app.cli;

import io.callport.account.Account;
import io.callport.http.HttpPorts;
import io.callport.query.Query;
import io.callport.switchboard.Outcome;
import io.callport.switchboard.Request;

/** Asks an account directly, outside any budget. */
record Asking(HttpPorts ports, Account account) {
    Outcome ask(Query<?, ?> query) {
        return new Request(1, account, query, 1).ask(ports.ports(account.vendor()));
    }
}
