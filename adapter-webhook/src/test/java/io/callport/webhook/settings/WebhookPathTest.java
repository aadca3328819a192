package io.callport.webhook.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.account.Account;
import io.callport.webhook.fixture.Callbacks;
import io.callport.webhook.route.RoutedPath;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The paths that vendors are given are those that are served. */
class WebhookPathTest {
    @Test
    void eachPathHasARouteOfItsEvent() {
        List<WebhookPath> paths = Callbacks.ACCOUNTS.stream()
                .flatMap(account -> WebhookPath.of(account).stream())
                .toList();
        assertThat(paths).hasSize(10).allSatisfy(path -> {
            RoutedPath routed = RoutedPath.of(path.reveal());
            assertThat(routed).isNotNull();
            assertThat(routed.route().event()).isEqualTo(path.event());
        });
    }

    @Test
    void aPathShowsItsSecretOnRequestAlone() {
        assertThat(of(Callbacks.MOOR)).singleElement().satisfies(path -> {
            assertThat(path).hasToString("/webhooks/7moor/20000153/***");
            assertThat(path.reveal()).isEqualTo("/webhooks/7moor/20000153/" + Callbacks.PATH_SECRET);
        });
    }

    @Test
    void anAccountWithoutProofHasNone() {
        assertThat(of(Callbacks.MOOR_UNCONFIGURED)).isEmpty();
        assertThat(of(Callbacks.NXLINK)).hasSize(1);
        assertThat(of(Callbacks.NXLINK_TOKEN)).hasSize(2);
    }

    private static List<WebhookPath> of(Account account) {
        return Callbacks.ACCOUNTS.stream()
                .filter(it -> it.account().equals(account))
                .flatMap(it -> WebhookPath.of(it).stream())
                .toList();
    }
}
