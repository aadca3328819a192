package io.callport.system.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Checks that the output of this build's tests, and of the processes that they started, holds no secret. The scan runs
 * after all other tests: surefire's last execution in the last module.
 */
@Tag("scan")
class SecretScanTest {
    private static final Path PROJECT = Path.of("").toAbsolutePath().getParent().getParent();

    @Test
    void nothingThatWasPrintedHasASecret() {
        Scan scan = Scan.of(PROJECT);
        System.out.printf("Scanned for %d secrets: files by module %s%n", scan.secrets(), scan.filesOfModules());
        assertThat(scan.unseen())
                .as("modules whose tests have not run: run mvn verify for the whole project")
                .isEmpty();
        assertThat(scan.filesOfModules()).hasSizeGreaterThanOrEqualTo(10);
        assertThat(scan.filesOfModules().get("system")).isGreaterThan(3);
        assertThat(scan.secrets()).isGreaterThanOrEqualTo(20);
        assertThat(scan.found()).isEmpty();
    }

    /** Checks known secrets of every form: if a secret is missing, a pattern no longer matches. */
    @Test
    void theSecretsOfTheSourcesAreFound() {
        List<String> sources = BuildModule.of(PROJECT).stream()
                .flatMap(module -> module.sources().stream())
                .map(FileText::of)
                .toList();
        assertThat(SecretFinder.in(sources))
                .contains("HWHp9xFVlbboxIU2S6DHA7sf9sGzt3", "u7Mf3zUNOkg4lMV9a0E6cHSgIkK22GSr", "abciiiko2k3")
                .contains("kafka-pw-5bd3", "root-pw", "s3cret", "swordfish", "hunter2", "123456Aa")
                .contains("sandbox-7moor-path-secret", "sandbox-nxlink-token")
                .contains("shop-pw", "shop-password", "operator-pw-9e1", "cp-password", "wrong-secret")
                .contains("wrong-pw-2b1", "wrong-pw-77af", "wrong-pw-40c", "wrong-password")
                .contains("Rq7-before-the-change-", "Rq7-after-the-change-");
    }
}
