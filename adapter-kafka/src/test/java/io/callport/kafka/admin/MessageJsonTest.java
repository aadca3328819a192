package io.callport.kafka.admin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callport.kafka.command.MessageFixture;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MessageJsonTest {
    @Test
    void aCommandIsWrittenAsTheContractShowsIt() {
        byte[] command =
                MessageJson.writeCommand("number-pool.numbers", MessageFixture.MOOR, "{ }", MessageFixture.NOW);

        assertThat(new String(command, UTF_8))
                .isEqualTo("{\"query\":\"number-pool.numbers\",\"account\":\"7moor:2000103\",\"params\":{},"
                        + "\"expiresAt\":\"2026-11-20T12:00:00Z\"}");
        assertThat(MessageFixture.asked(MessageFixture.command().value(command)).deadline())
                .isEqualTo(MessageFixture.NOW);
    }

    @Test
    void aCommandHasTheIdAndTheAgeThatAreWanted() {
        SendOptions options = new SendOptions(Duration.ofMinutes(1), Duration.ofSeconds(30), "42", "shop.replies");
        byte[] command =
                MessageJson.writeCommand("number-pool.numbers", MessageFixture.MOOR, "{}", options, MessageFixture.NOW);

        assertThat(new String(command, UTF_8))
                .endsWith("\"params\":{},\"expiresAt\":\"2026-11-20T12:01:00Z\",\"id\":\"42\",\"maxAge\":\"PT30S\"}");
    }

    @Test
    void parametersMustBeAnObject() {
        assertThatThrownBy(() -> MessageJson.writeCommand("q", MessageFixture.MOOR, "[]", MessageFixture.NOW))
                .hasMessage("params: must be a JSON object, but is a list");
        assertThatThrownBy(() -> MessageJson.writeCommand("q", MessageFixture.MOOR, "", MessageFixture.NOW))
                .hasMessage("params: must be a JSON object, but is missing");
        assertThatThrownBy(() -> MessageJson.writeCommand("q", MessageFixture.MOOR, "{", MessageFixture.NOW))
                .hasMessage("params: must be a JSON object, as in {\"status\":1}, but is not JSON");
    }
}
