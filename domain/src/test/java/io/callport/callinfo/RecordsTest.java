package io.callport.callinfo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RecordsTest {
    @Test
    void existOnlyWithSoundParameters() {
        assertThat(records(1, 1, 2, 3, 100)).isNotNull();
        assertThatThrownBy(() -> records(2, 1, 0, 0, 100)).hasMessage("startTime: must not be after endTime");
        assertThatThrownBy(() -> records(-1, 1, 0, 0, 100)).hasMessage("startTime: must be at least 0, but is -1");
        assertThatThrownBy(() -> records(0, 1, 3, 0, 100)).hasMessage("answered: must be 0 to 2, but is 3");
        assertThatThrownBy(() -> records(0, 1, 0, 4, 100)).hasMessage("direction: must be 0 to 3, but is 4");
        assertThatThrownBy(() -> records(0, 1, 0, 0, 101)).hasMessage("size: must be 1 to 100, but is 101");
        assertThatThrownBy(() -> new RecordsByOrderQuery(144, null)).hasMessage("orderId: is required");
    }

    private static RecordsQuery records(long start, long end, int answered, int direction, int size) {
        return new RecordsQuery(start, end, answered, direction, null, null, null, null, null, null, size);
    }
}
