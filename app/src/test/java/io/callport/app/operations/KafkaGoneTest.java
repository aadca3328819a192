package io.callport.app.operations;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.callport.app.service.Service;
import io.callport.sandbox.broker.EmbeddedKafka;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Kafka goes away and comes back, and the health page reports both. */
class KafkaGoneTest {
    private static final Pattern GONE =
            Pattern.compile("Kafka at (\\S+) has not answered since ([^:]+:[^:]+:\\S+): [\\w /]+; check");

    @TempDir
    Path data;

    private final Logger logger = (Logger) LoggerFactory.getLogger(Service.class);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    @BeforeEach
    void listen() {
        lines.list = new CopyOnWriteArrayList<>();
        lines.start();
        logger.addAppender(lines);
    }

    @AfterEach
    void listenNoMore() {
        logger.detachAppender(lines);
    }

    @Test
    void isNotReadyWithinSecondsWhileKafkaIsGoneAndReadyAgainAfter() {
        EmbeddedKafka broker = EmbeddedKafka.open(data, 0, Map.of());
        String bootstrap = broker.bootstrapServers();
        int port = Integer.parseInt(bootstrap.substring(bootstrap.indexOf(':') + 1));
        try (OperatedFixture service = OperatedFixture.on(bootstrap)) {
            assertThat(service.send("number-pool.numbers", OperatedFixture.MOOR, "{}"))
                    .as("its home is taken over")
                    .contains("\"answered\"");
            Instant wasThere = Instant.now();
            broker.close();
            Instant gone = Instant.now();
            service.until("Kafka is missed", () -> GONE.matcher(ready(service)).find());
            assertThat(Duration.between(gone, Instant.now()))
                    .as("fifteen seconds, on a machine that is not four times as slow as another")
                    .isLessThan(Duration.ofSeconds(60));
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
            assertThat(service.send("number-pool.numbers", OperatedFixture.MOOR, "{}"))
                    .contains("\"answered\"");
            service.until(
                    "the log says so",
                    () -> logged().filter("INFO Ready"::equals).count() == 2);
        } finally {
            broker.close();
        }
        assertThat(logged().dropWhile(it -> !it.equals("INFO Ready")).distinct())
                .as("and no word of the stop")
                .containsExactly("INFO Ready", "WARN Not ready");
        assertThat(logged().reduce("", (before, last) -> last)).isEqualTo("INFO Ready");
    }

    private Stream<String> logged() {
        return lines.list.stream()
                .filter(it -> it.getMessage().endsWith("eady"))
                .map(it -> it.getLevel() + " " + it.getMessage());
    }

    private static void saysSinceWhen(OperatedFixture service, String bootstrap, Instant wasThere) {
        HttpResponse<String> page = service.get("/health/ready");
        assertThat(page.statusCode()).isEqualTo(503);
        MatchResult gone = GONE.matcher(page.body()).results().findFirst().orElseThrow();
        assertThat(gone.group(1)).isEqualTo(bootstrap);
        assertThat(Instant.parse(gone.group(2))).isBetween(wasThere.minusSeconds(30), Instant.now());
        assertThat(page.body()).contains("check kafka.bootstrap.servers and that it runs");
    }

    private static String ready(OperatedFixture service) {
        return service.get("/health/ready").body();
    }
}
