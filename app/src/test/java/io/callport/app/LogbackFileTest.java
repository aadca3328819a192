package io.callport.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.joran.spi.JoranException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The effects of the environment variables of docs/configuration.md on {@code logback.xml}. */
class LogbackFileTest {
    @Test
    void writesLogfmtToStderrFromInfoOnByDefault() throws JoranException {
        Logger root = configured(Map.of());
        assertThat(root.getLevel()).isEqualTo(Level.INFO);
        assertThat(appender(root).getTarget()).isEqualTo("System.err");
        assertThat(line(root)).startsWith("time=2").endsWith(" level=WARN logger=b message=\"two words\"\n");
        assertThat(root.getLoggerContext().getLogger("org.apache.kafka.clients").getEffectiveLevel())
                .isEqualTo(Level.WARN);
    }

    @Test
    void writesJsonAndOtherLevelsWhenConfigured() throws JoranException {
        Logger root = configured(
                Map.of("CALLPORT_LOG_FORMAT", "json", "CALLPORT_LOG", "DEBUG", "CALLPORT_LIBRARY_LOG", "ERROR"));
        assertThat(root.getLevel()).isEqualTo(Level.DEBUG);
        assertThat(line(root)).startsWith("{\"time\":\"2").endsWith("\"message\":\"two words\"}\n");
        assertThat(root.getLoggerContext().getLogger("org.apache.kafka.clients").getEffectiveLevel())
                .isEqualTo(Level.ERROR);
    }

    @Test
    void leavesOutWhatClientsRepeatWhileKafkaIsGoneByDefault() throws JoranException {
        for (String name : List.of(
                "org.apache.kafka.clients.NetworkClient",
                "org.apache.kafka.clients.consumer.internals.FetchCollector")) {
            assertThat(level(Map.of(), name)).isEqualTo(Level.ERROR);
            assertThat(level(Map.of("CALLPORT_LIBRARY_LOG", "WARN"), name)).isEqualTo(Level.WARN);
            assertThat(level(Map.of("CALLPORT_LIBRARY_LOG", "OFF"), name)).isEqualTo(Level.OFF);
        }
    }

    @Test
    void usesTheDefaultForALevelThatIsNoneAndSaysSoFirst() throws JoranException {
        Logger root = configured(Map.of("CALLPORT_LOG", "WARNING", "CALLPORT_LIBRARY_LOG", "LOUD"));
        assertThat(root.getLevel()).isEqualTo(Level.INFO);
        assertThat(root.getLoggerContext().getLogger("org.apache.kafka.clients").getEffectiveLevel())
                .isEqualTo(Level.WARN);
        assertThat(head(root).lines())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .contains(
                                        "level=WARN",
                                        "\"CALLPORT_LOG must be ERROR, WARN, INFO or DEBUG; INFO is used\" given=WARNING"),
                        line -> assertThat(line).contains("\"CALLPORT_LIBRARY_LOG must be", "given=LOUD"));
    }

    @Test
    void complainsOfNoLevelThatThereIs() throws JoranException {
        Logger root = configured(Map.of("CALLPORT_LOG", "off", "CALLPORT_LIBRARY_LOG", "OFF"));
        assertThat(root.getLevel()).isEqualTo(Level.OFF);
        assertThat(head(root)).isEmpty();
    }

    private static Level level(Map<String, String> environment, String logger) throws JoranException {
        return configured(environment).getLoggerContext().getLogger(logger).getEffectiveLevel();
    }

    private static Logger configured(Map<String, String> environment) throws JoranException {
        LoggerContext context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        environment.forEach(context::putProperty);
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(LogbackFileTest.class.getResource("/logback.xml"));
        return context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    private static ConsoleAppender<ILoggingEvent> appender(Logger root) {
        return (ConsoleAppender<ILoggingEvent>) root.getAppender("stderr");
    }

    private static String head(Logger root) {
        return new String(appender(root).getEncoder().headerBytes(), StandardCharsets.UTF_8);
    }

    private static String line(Logger root) {
        Logger logger = root.getLoggerContext().getLogger("a.b");
        var event = new LoggingEvent("fqcn", logger, Level.WARN, "two words", null, null);
        return new String(appender(root).getEncoder().encode(event), StandardCharsets.UTF_8);
    }
}
