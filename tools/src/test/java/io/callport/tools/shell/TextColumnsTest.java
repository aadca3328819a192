package io.callport.tools.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextColumnsTest {
    @Test
    void columnsAreAsWideAsTheirLongestText() {
        assertThat(TextColumns.lines(
                        List.of(List.of("A", "LONG", "C"), List.of("abc", "-", "x y"), List.of("", "", ""))))
                .containsExactly("A    LONG  C", "abc  -     x y", "");
    }

    @Test
    void textIsShownAsItIs() {
        assertThat(TextColumns.lines(List.of(List.of("@|red a|@ @@|b", "张三，李四", "%n"), List.of("x", "y", "z"))))
                .containsExactly("@|red a|@ @@|b  张三，李四  %n", "x               y      z");
    }
}
