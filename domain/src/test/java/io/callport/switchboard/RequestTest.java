package io.callport.switchboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.account.Account;
import io.callport.callinfo.CallInfo;
import io.callport.callinfo.CallInfoPort;
import io.callport.callinfo.LookupQuery;
import io.callport.query.Outcome;
import io.callport.query.Ports;
import io.callport.query.QueryFailedException;
import io.callport.query.QueryFailure;
import io.callport.query.QueryFailure.Sent;
import io.callport.query.Reason;
import io.callport.query.VendorFields;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/** A request has an outcome for every behaviour of its port. */
class RequestTest {
    private static final Account ACCOUNT = Account.parse("callbot:a");
    private static final LookupQuery LOOKUP = new LookupQuery("1234", "key", 1);
    private static final CallInfo INFO = new CallInfo(VendorFields.NONE);

    private final Request request = new Request(1, ACCOUNT, LOOKUP, 1);

    @Test
    void asksThePortOfItsQueryAboutItsAccount() {
        Outcome outcome = request.ask(ports((account, query) -> {
            assertThat(account).isEqualTo(ACCOUNT);
            assertThat(query).isEqualTo(LOOKUP);
            return INFO;
        }));

        assertThat(outcome).isEqualTo(new Outcome.Answered(INFO));
    }

    @Test
    void aPortsFailureIsItsOutcome() {
        QueryFailure failure = QueryFailure.notSent(Reason.VENDOR_UNAVAILABLE, "No connection");
        Outcome outcome = request.ask(ports((account, query) -> {
            throw new QueryFailedException(failure);
        }));

        assertThat(outcome).isEqualTo(new Outcome.Failed(failure));
    }

    @Test
    void aVendorWithoutThatPortIsAnUnsupportedQuery() {
        Outcome outcome = request.ask(new Ports() {
            @Override
            public <P> P port(Class<P> type) {
                throw QueryFailedException.unsupported(LOOKUP);
            }
        });

        assertThat(outcome.failure().reason()).isEqualTo(Reason.UNSUPPORTED_QUERY);
    }

    @Test
    void aBrokenPortIsAMalformedAnswerThatQuotesNothing() {
        Outcome outcome = request.ask(ports((account, query) -> {
            throw new IllegalStateException("password=hunter2");
        }));

        QueryFailure failure = outcome.failure();
        assertThat(failure.reason()).isEqualTo(Reason.MALFORMED_ANSWER);
        assertThat(failure.sent()).as("nobody knows").isEqualTo(Sent.MAYBE);
        assertThat(failure.detail())
                .contains("illegal state")
                .doesNotContain("Exception")
                .doesNotContain("hunter2");
    }

    private static Ports ports(BiFunction<Account, LookupQuery, CallInfo> lookup) {
        CallInfoPort port = new CallInfoPort() {
            @Override
            public CallInfo lookup(Account account, LookupQuery query) {
                return lookup.apply(account, query);
            }
        };
        return new Ports() {
            @Override
            public <P> P port(Class<P> type) {
                return type.cast(port);
            }
        };
    }
}
