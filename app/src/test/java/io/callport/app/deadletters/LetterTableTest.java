package io.callport.app.deadletters;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.kafka.admin.deadletters.ListedLetter;
import io.callport.kafka.record.InboundRecord;
import io.callport.kafka.record.RecordHeader;
import io.callport.kafka.result.DeadLetter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class LetterTableTest {
    @Test
    void tellsTheGroupsIfThereIsMoreThanOne() {
        assertThat(LetterTable.lines(List.of(of("one"), of("two\u009b31m"))))
                .contains("    group  one", "    group  two\\u009b31m");
        assertThat(LetterTable.lines(List.of(of("one"), of("one")))).noneMatch(line -> line.startsWith("    group"));
    }

    @Test
    void aProgramIsToldTheGroup() {
        assertThat(LetterJson.line(of("one"))).contains("\"group\":\"one\"");
    }

    private static ListedLetter of(String group) {
        RecordHeader header = new RecordHeader("__dlq.errors.group", group.getBytes(StandardCharsets.UTF_8));
        return new ListedLetter(
                new DeadLetter(new InboundRecord("letters", 0, 0, 0, null, new byte[1], List.of(header))), 0, 1);
    }
}
