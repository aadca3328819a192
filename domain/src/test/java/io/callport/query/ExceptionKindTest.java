package io.callport.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.ConcurrentModificationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExceptionKindTest {
    @Test
    void isSaidInWordsWithoutTheMessage() {
        assertThat(ExceptionKind.of(new NoSuchFileException("s3cret"))).isEqualTo("no such file");
        assertThat(ExceptionKind.of(new IOException("s3cret"))).isEqualTo("I/O");
        assertThat(ExceptionKind.of(new UncheckedIOException(new IOException())))
                .isEqualTo("unchecked I/O");
        assertThat(ExceptionKind.of(new ConcurrentModificationException())).isEqualTo("concurrent modification");
        assertThat(ExceptionKind.of(new RuntimeException() {})).isEqualTo("failure");
    }

    @ParameterizedTest
    @CsvSource({
        "SSLHandshakeException, ssl handshake",
        "TransactionalIdAuthorizationException, transactional id authorization",
        "OutOfMemoryError, out of memory",
        "NullPointerException, null pointer",
        "Exception, failure",
    })
    void isReadFromTheNameOfTheClass(String name, String kind) {
        assertThat(ExceptionKind.ofClass(name)).isEqualTo(kind);
    }
}
