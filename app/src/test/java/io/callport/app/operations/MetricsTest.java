package io.callport.app.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.sandbox.broker.EmbeddedKafka;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The metrics of a service that has worked. */
class MetricsTest {
    private static EmbeddedKafka broker;
    private static Operated service;

    @BeforeAll
    static void work() throws Exception {
        broker = EmbeddedKafka.start();
        service = Operated.on(broker.bootstrapServers());
        service.send("number-pool.numbers", Operated.MOOR, "{}");
        service.flood(10, Duration.ofMinutes(1));
        service.publish(Operated.MOOR, List.of("no command"));
        service.until(
                "all is done",
                () -> service.scrape().sum("callport_commands_seconds_count", "outcome", "answered") == 11);
        java.nio.file.Files.writeString(
                java.nio.file.Path.of("/tmp/scrape.txt"), service.scrape().text());
    }

    @AfterAll
    static void stop() {
        service.close();
        broker.close();
    }

    @Test
    void promtoolAcceptsThePage() {
        Promtool promtool = Promtool.find();
        assertThat(promtool.run(service.scrape().text(), "check", "metrics")).isEqualTo(new Promtool.Verdict(0, ""));
    }
}
