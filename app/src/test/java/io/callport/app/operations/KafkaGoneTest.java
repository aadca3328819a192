package io.callport.app.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.sandbox.broker.EmbeddedKafka;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kafka goes away and comes back, and the health page says so. */
class KafkaGoneTest {
    private static final Pattern GONE =
            Pattern.compile("Kafka at (\\S+) has not answered since ([^:]+:[^:]+:\\S+): \\w+; check");

    @TempDir
    Path data;

    @Test
    void isNotReadyWithinSecondsWhileKafkaIsGoneAndReadyAgainAfter() {
        EmbeddedKafka broker = EmbeddedKafka.open(data, 0, Map.of());
        String bootstrap = broker.bootstrapServers();
        int port = Integer.parseInt(bootstrap.substring(bootstrap.indexOf(':') + 1));
        try (Operated service = Operated.on(bootstrap)) {
            Instant wasThere = Instant.now();
            broker.close();
            service.until("Kafka is missed", () -> GONE.matcher(ready(service)).find());
            assertThat(Duration.between(wasThere, Instant.now())).isLessThan(Duration.ofSeconds(40));
            saysSinceWhen(service, bootstrap, wasThere);
            assertThat(service.get("/health/live").statusCode())
                    .as("it waits, and is not dead")
                    .isEqualTo(200);
            assertThat(service.get("/accounts").statusCode())
                    .as("tells what it knew")
                    .isEqualTo(200);
            assertThat(service.scrape().sum("callport_ready")).isZero();

            broker = EmbeddedKafka.open(data, port, Map.of());
            service.until(
                    "it is ready again", () -> service.get("/health/ready").statusCode() == 200);
            assertThat(service.send("number-pool.numbers", Operated.MOOR, "{}")).contains("\"answered\"");
        } finally {
            broker.close();
        }
    }

    private static void saysSinceWhen(Operated service, String bootstrap, Instant wasThere) {
        HttpResponse<String> page = service.get("/health/ready");
        assertThat(page.statusCode()).isEqualTo(503);
        MatchResult gone = GONE.matcher(page.body()).results().findFirst().orElseThrow();
        assertThat(gone.group(1)).isEqualTo(bootstrap);
        assertThat(Instant.parse(gone.group(2))).isBetween(wasThere.minusSeconds(30), Instant.now());
        assertThat(page.body()).contains("check kafka.bootstrap.servers and that it runs");
    }

    private static String ready(Operated service) {
        return service.get("/health/ready").body();
    }
}
