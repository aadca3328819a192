package io.callport.app.service;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.read.ListAppender;
import io.callport.kafka.state.Health;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReadinessLogTest {
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final LoggerContext context = new LoggerContext();
    private ReadinessLog readiness;

    @BeforeEach
    void listen() {
        context.setMDCAdapter(new LogbackMDCAdapter());
        Logger logger = context.getLogger("service");
        lines.start();
        logger.addAppender(lines);
        readiness = new ReadinessLog(logger, 0);
    }

    @Test
    void tellsTheStartAtInfo() {
        at(1, "joining");
        at(2, "joining");
        at(3);
        at(4);
        assertThat(logged()).containsExactly("INFO Not ready joining", "INFO Ready");
    }

    @Test
    void warnsOfAStartThatLasts() {
        at(29, "Kafka does not answer");
        at(30, "Kafka does not answer");
        at(31, "Kafka does not answer");
        assertThat(logged())
                .containsExactly("INFO Not ready Kafka does not answer", "WARN Not ready Kafka does not answer");
    }

    @Test
    void warnsOfEachReasonOnceUntilItIsReadyAgain() {
        at(1);
        at(2, "a", "the loop has not turned for 60 s");
        at(3, "b", "the loop has not turned for 61 s");
        at(4, "a");
        at(5);
        at(6, "a");
        assertThat(logged())
                .containsExactly(
                        "INFO Ready",
                        "WARN Not ready a",
                        "WARN Not ready the loop has not turned for 60 s",
                        "WARN Not ready b",
                        "INFO Ready",
                        "WARN Not ready a");
    }

    @Test
    void warnsOnceOfTopicsThatAreMade() {
        at(31, "The topics were just created: a, b, c, d, e, f, g");
        at(32, "The topics were just created: c, d");
        at(33, "The topics were just created: d");
        at(34);
        assertThat(logged())
                .containsExactly("WARN Not ready The topics were just created: a, b, c, d, e, f, g", "INFO Ready");
    }

    private void at(int second, String... reasons) {
        readiness.update(
                new Health(true, List.of(reasons)), Duration.ofSeconds(second).toNanos());
    }

    private List<String> logged() {
        return lines.list.stream()
                .map(it -> it.getLevel() + " " + it.getFormattedMessage()
                        + (it.getKeyValuePairs() == null
                                ? ""
                                : " " + it.getKeyValuePairs().get(0).value))
                .toList();
    }
}
