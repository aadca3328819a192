package io.callport.tools.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.CompletionException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;

class CauseTextTest {
    @Test
    void saysTheCausesInWordsOnOneLine() {
        assertThat(CauseText.of(new NoSuchFileException("a.yaml"))).isEqualTo("no such file (a.yaml)");
        assertThat(CauseText.of(new KafkaException("Failed to\n construct", new ConfigException("Invalid url"))))
                .isEqualTo("Failed to construct, because of config (Invalid url)");
        assertThat(CauseText.of(new CompletionException(new NullPointerException())))
                .isEqualTo("null pointer");
    }

    @Test
    void namesNoClassEvenIfAMessageDoes() {
        Throwable wrapped = new UncheckedIOException(new IOException("connection reset"));
        assertThat(CauseText.of(wrapped)).isEqualTo("unchecked I/O, because of connection reset");
        assertThat(
                        CauseText.of(
                                new IllegalStateException(
                                        "java.util.concurrent.ExecutionException: org.apache.kafka.common.errors.TimeoutException: too late")))
                .isEqualTo("timeout: too late");
    }
}
