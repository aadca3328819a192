package io.callport.observability.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceHeadersTest {
    private static final String PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    @ParameterizedTest
    @ValueSource(
            strings = {
                PARENT,
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00",
                "01-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                "cc-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-what-comes-later"
            })
    void aContextIsKept(String parent) {
        assertThat(of(parent, null)).isEqualTo(Map.of("traceparent", parent));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00",
                "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                "00-00000000000000000000000000000000-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
                "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-more",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01 ",
                "01-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-\r\nm7-sign: x",
                "号0-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
            })
    void whatIsNoContextIsNot(String parent) {
        assertThat(of(parent, "a=1")).isEmpty();
    }

    @Test
    void aStateIsKeptWithItsParentIfItIsShortText() {
        assertThat(of(PARENT, "a=1,b=2")).isEqualTo(Map.of("traceparent", PARENT, "tracestate", "a=1,b=2"));
        for (String state : new String[] {"", "号=1", "a=1\r\n", "a=" + "1".repeat(511)}) {
            assertThat(of(PARENT, state)).containsOnlyKeys("traceparent");
        }
        assertThat(of("cc" + PARENT.substring(2) + "-" + "x".repeat(500), null)).isEmpty();
    }

    private static Map<String, String> of(String parent, String state) {
        return TraceHeaders.of(name -> name.equals("traceparent") ? parent : state);
    }
}
