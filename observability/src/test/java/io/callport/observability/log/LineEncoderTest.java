package io.callport.observability.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.LoggingEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.slf4j.event.KeyValuePair;

class LineEncoderTest {
    private static final String FORGED = "\nlevel=ERROR message=\"forged\" account=7moor:0";
    private static final Logger LOGGER = (Logger) LoggerFactory.getLogger("io.callport.kafka.loop.Session");

    @Test
    void writesLogfmtByDefault() {
        assertThat(line("logfmt", event("Begins a partition", "partition", "a-0", "offset", 7L, "spent", "")))
                .isEqualTo("time=2026-11-20T19:31:16.120Z level=INFO logger=Session message=\"Begins a partition\""
                        + " partition=a-0 offset=7 spent=\"\"\n");
    }

    @Test
    void writesJsonWhenConfigured() {
        assertThat(line("json", event("Begins a partition", "partition", "a-0", "offset", 7L, "live", true)))
                .isEqualTo("{\"time\":\"2026-11-20T19:31:16.120Z\",\"level\":\"INFO\",\"logger\":\"Session\","
                        + "\"message\":\"Begins a partition\",\"partition\":\"a-0\",\"offset\":7,\"live\":true}\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                FORGED,
                "\r\n",
                "\" account=7moor:0",
                "a=b",
                "\\",
                "\\\" x=\"",
                "\u001b[31mred\u001b[0m",
                "\u009b31m",
                "\u2028\u2029\u0085",
                "\u202egnp.exe",
                "",
                " ",
                "null",
                "客服号码组 🙂",
                "{\"a\":1}",
                "\ud800"
            })
    void nothingEndsItsLineOrBeginsAField(String text) throws IOException {
        LoggingEvent event = event(text, "account", text, text, "value", "query", text);
        for (String format : List.of("logfmt", "json")) {
            String line = line(format, event);
            assertThat(line.chars().filter(unit -> unit < ' ' || (unit >= 0x7f && unit < 0xa0)))
                    .as("control characters")
                    .containsExactly((int) '\n');
            Map<String, String> fields = read(format, line);
            assertThat(fields.keySet())
                    .startsWith("time", "level", "logger", "message", "account")
                    .hasSize(7);
            assertThat(fields)
                    .containsEntry("level", "INFO")
                    .containsEntry("message", text.strip())
                    .containsEntry("account", text)
                    .containsEntry("query", text);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PT0.21S, 0.21",
        "PT20S, 20",
        "PT1M30S, 90",
        "PT0S, 0",
        "PT0.000000001S, 0.000000001",
        "-PT0.5S, -0.5",
        "PT1000H, 3600000",
    })
    void aDurationIsANumberOfSecondsInJson(Duration duration, String seconds) throws IOException {
        LoggingEvent event = event("m");
        event.addKeyValuePair(new KeyValuePair("latency", duration));
        assertThat(line("json", event)).endsWith(",\"latency\":" + seconds + "}\n");
        assertThat(line("logfmt", event)).endsWith(" latency=" + duration + "\n");
    }

    @Test
    void anyTextComesBackAsItWas() throws IOException {
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            StringBuilder text = new StringBuilder("x");
            random.ints(random.nextInt(30), 0, 300).forEach(unit -> text.append((char) unit));
            text.append('x');
            for (String format : List.of("logfmt", "json")) {
                String line = line(format, event("m", "value", text.toString()));
                assertThat(read(format, line)).containsEntry("value", text.toString());
            }
        }
    }

    @Test
    void anExceptionIsAFieldOfTheSameLine() throws IOException {
        LoggingEvent event = event("Failed");
        IllegalStateException failure = new IllegalStateException("one" + FORGED, new IOException("two"));
        LoggingEvent thrown = new LoggingEvent("fqcn", LOGGER, Level.ERROR, "Failed", failure, null);
        thrown.setInstant(event.getInstant());
        for (String format : List.of("logfmt", "json")) {
            Map<String, String> fields = read(format, line(format, thrown));
            assertThat(fields.keySet()).containsExactly("time", "level", "logger", "message", "exception");
            assertThat(fields.get("exception"))
                    .contains("IllegalStateException: one", "Caused by: java.io.IOException: two", "LineEncoderTest");
        }
    }

    @Test
    void noFieldHidesAnother() throws IOException {
        Map<String, String> fields = read("logfmt", line("logfmt", event("m", "level", "x", "level", "y")));
        assertThat(fields)
                .containsEntry("level", "INFO")
                .containsEntry("level_", "x")
                .containsEntry("level__", "y");
    }

    @Test
    void anUnknownFormatIsReportedAndLogfmtWritten() {
        LineEncoder encoder = new LineEncoder();
        encoder.setFormat("xml\n");
        String header = new String(encoder.headerBytes(), StandardCharsets.UTF_8);
        assertThat(Logfmt.read(header.strip()))
                .containsEntry("level", "WARN")
                .containsEntry("given", "xml\n")
                .containsEntry("message", "CALLPORT_LOG_FORMAT must be logfmt or json; logfmt is written");
        assertThat(new String(encoder.encode(event("m")), StandardCharsets.UTF_8))
                .contains("message=m");
        encoder.setFormat("json");
        assertThat(encoder.headerBytes()).isEmpty();
    }

    private static LoggingEvent event(String message, Object... fields) {
        LoggingEvent event = new LoggingEvent("fqcn", LOGGER, Level.INFO, "{}", null, new Object[] {message});
        event.setInstant(Instant.parse("2026-11-20T19:31:16.120Z"));
        for (int i = 0; i < fields.length; i += 2) {
            event.addKeyValuePair(new KeyValuePair((String) fields[i], fields[i + 1]));
        }
        return event;
    }

    private static String line(String format, LoggingEvent event) {
        LineEncoder encoder = new LineEncoder();
        encoder.setFormat(format);
        return new String(encoder.encode(event), StandardCharsets.UTF_8);
    }

    private static Map<String, String> read(String format, String line) throws IOException {
        assertThat(line).endsWith("\n");
        String text = line.substring(0, line.length() - 1);
        if (format.equals("logfmt")) {
            return Logfmt.read(text);
        }
        Map<String, String> fields = new LinkedHashMap<>();
        JsonNode json = new ObjectMapper().readTree(text);
        json.properties().forEach(it -> fields.put(it.getKey(), it.getValue().asText()));
        return fields;
    }
}
