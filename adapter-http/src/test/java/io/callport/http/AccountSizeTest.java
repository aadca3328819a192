package io.callport.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.account.Account;
import io.callport.account.Secret;
import io.callport.http.fixture.LiveObjects;
import io.callport.http.settings.HttpAccount;
import io.callport.http.settings.HttpSettings;
import io.callport.signing.Algorithm;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The law of growth of accounts: an account at rest is small. The test counts objects and measures no time. */
@Timeout(300)
class AccountSizeTest {
    private static final List<String> VENDORS = List.of("7moor", "callbot", "nxlink");
    private static final int ACCOUNTS = 5_000;

    /** The part of the 2 KB of an account of the service that the HTTP adapter may take. */
    private static final long MAX_BYTES = 700;

    @Test
    void anAccountThatRestsTakesLittleMemory() {
        Map<String, List<HttpAccount>> accounts =
                VENDORS.stream().collect(Collectors.toMap(vendor -> vendor, AccountSizeTest::accounts));
        Map<String, Long> bytes = new HashMap<>();
        List<HttpPorts> opened = new ArrayList<>();
        for (String vendor : VENDORS) {
            opened.add(HttpPorts.open(
                    HttpSettings.DEFAULT, accounts.get(vendor).subList(0, 10))); // loads the classes first
            long before = LiveObjects.bytes();
            opened.add(HttpPorts.open(HttpSettings.DEFAULT, accounts.get(vendor)));
            bytes.put(vendor, (LiveObjects.bytes() - before) / ACCOUNTS);
        }
        opened.forEach(HttpPorts::close); // ports and accounts are held until here: nothing is freed meanwhile
        assertThat(accounts).hasSameSizeAs(VENDORS);

        assertThat(bytes)
                .as("bytes of an account")
                .allSatisfy((vendor, each) -> assertThat(each).isPositive().isLessThan(MAX_BYTES));
    }

    private static List<HttpAccount> accounts(String vendor) {
        return IntStream.range(0, ACCOUNTS)
                .mapToObj(number -> new HttpAccount(
                        new Account(vendor, "account-" + number),
                        Secret.of("a-secret-of-thirty-two-letters-" + number),
                        URI.create("https://vendor.example/" + number % 10),
                        Algorithm.MD5))
                .toList();
    }
}
