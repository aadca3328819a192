package io.callport.tools.deadletters;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.kafka.admin.DeadLetterPage;
import io.callport.kafka.admin.DeadLetterSample;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeadLetterTableTest {
    @Test
    void tellsTheGroupsIfThereIsMoreThanOne() {
        assertThat(DeadLetterTable.lines(List.of(of("one"), of("two\u009b31m"))))
                .contains("    group  one", "    group  two\\u009b31m");
        assertThat(DeadLetterTable.lines(List.of(of("one"), of("one"))))
                .noneMatch(line -> line.startsWith("    group"));
    }

    @Test
    void aProgramGetsTheGroup() {
        assertThat(DeadLetterJson.line(of("one"))).contains("\"group\":\"one\"");
    }

    private static DeadLetterPage.Entry of(String group) {
        return new DeadLetterPage.Entry(DeadLetterSample.ofGroup(group), 0, 1);
    }
}
