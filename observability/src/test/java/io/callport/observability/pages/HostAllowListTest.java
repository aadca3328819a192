package io.callport.observability.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostAllowListTest {
    private final HostAllowList hosts = HostAllowList.of(List.of("Callport", "call_port.shop."));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LocalHost.",
                "a.localhost:80",
                "127.0.0.1",
                "0.0.0.0:1",
                "255.255.255.255",
                "[::1]",
                "[::ffff:10.0.0.1]:9464",
                "callport:9464",
                "CALLPORT",
                "call_port.shop",
                "localhost:"
            })
    void allowsLoopbackNamesAddressesAndGivenNames(String host) {
        assertThat(hosts.allows(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ":80",
                "evil.example",
                "localhost.evil.example",
                "notlocalhost",
                "127.0.0.1.nip.io",
                "127.0.0.256",
                "127.0.0",
                "127.0.0.1.2",
                "127.0.0.1..",
                "0x7f.0.0.1",
                "2130706433",
                "127.1",
                "::1",
                "[::1].evil.example",
                "[evil.example]",
                "localhost@evil.example",
                "localhost evil.example",
                "localhost/evil.example",
                "callport.evil.example",
                "evil.callport",
                "shop"
            })
    void allowsNothingElse(String host) {
        assertThat(hosts.allows(host)).isFalse();
    }

    @Test
    void allowsNoRequestWithoutAHost() {
        assertThat(hosts.allows(null)).isFalse();
    }
}
