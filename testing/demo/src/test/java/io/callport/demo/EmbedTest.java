package io.callport.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.account.Secret;
import io.callport.embed.Callport;
import io.callport.embed.EmbedSettings;
import io.callport.http.HttpPorts;
import io.callport.http.settings.HttpAccount;
import io.callport.http.settings.HttpSettings;
import io.callport.numberpool.NumberGroupsQuery;
import io.callport.numberpool.NumbersQuery;
import io.callport.sandbox.RecordedRequest;
import io.callport.sandbox.VendorSandbox;
import io.callport.signing.Algorithm;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An application without Kafka, against the stand-in vendors. */
@Timeout(300)
class EmbedTest {
    private static final Account MOOR = Account.parse("7moor:2000103");
    private static final Secret SECRET = Secret.of("HWHp9xFVlbboxIU2S6DHA7sf9sGzt3");

    @Test
    void theVendorSeesNoMoreRequestsThanTheBudgetAllows() {
        Budget budget = Budget.parse("1/PT0.5S");
        try (VendorSandbox vendors = VendorSandbox.start(0);
                HttpPorts http = HttpPorts.open(
                        HttpSettings.DEFAULT, List.of(new HttpAccount(MOOR, SECRET, vendors.url(), Algorithm.SHA256)));
                Callport callport = Callport.open(EmbedSettings.of(Map.of(MOOR, budget)), http::ports)) {
            var numbers = callport.ask(MOOR, new NumbersQuery());
            var groups = callport.ask(MOOR, new NumberGroupsQuery());
            assertThat(numbers.join().displayNumbers()).isNotEmpty();
            assertThat(groups.join().groups()).isNotEmpty();

            List<Duration> arrivals =
                    vendors.requests().stream().map(RecordedRequest::sinceStart).toList();
            assertThat(arrivals).hasSize(2);
            assertThat(arrivals.get(1).minus(arrivals.get(0))).isGreaterThan(budget.window());
        }
    }
}
