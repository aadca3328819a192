package io.callport.callinfo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerRatesTest {
    private static final LocalDateTime START = LocalDateTime.parse("2020-11-30T00:00:00");
    private static final List<String> NUMBERS = List.of("01081401967");

    @Test
    void spansThreeMonthsAtMost() {
        assertThat(new AnswerRatesQuery(START, LocalDateTime.parse("2021-02-28T00:00:00"), NUMBERS))
                .isNotNull();
        assertThatThrownBy(() -> new AnswerRatesQuery(START, LocalDateTime.parse("2021-02-28T00:00:01"), NUMBERS))
                .hasMessage("endTime: must be at most three months after startTime");
        assertThatThrownBy(() -> new AnswerRatesQuery(START, START.minusSeconds(1), NUMBERS))
                .hasMessage("startTime: must not be after endTime");
    }

    @Test
    void namesWhatIsMissing() {
        assertThatThrownBy(() -> new AnswerRatesQuery(null, START, NUMBERS)).hasMessage("startTime: is required");
        assertThatThrownBy(() -> new AnswerRatesQuery(START, null, NUMBERS)).hasMessage("endTime: is required");
        assertThatThrownBy(() -> new AnswerRatesQuery(START, START, null)).hasMessage("numbers: is required");
        assertThatThrownBy(() -> new AnswerRatesQuery(START, START, List.of()))
                .hasMessage("numbers: must have 1 to 1000 elements, but has 0");
    }

    @Test
    void keepsItsOwnCopyOfTheNumbers() {
        List<String> numbers = new ArrayList<>(NUMBERS);
        AnswerRatesQuery query = new AnswerRatesQuery(START, START, numbers);
        numbers.clear();
        assertThat(query.numbers()).isEqualTo(NUMBERS);
    }
}
