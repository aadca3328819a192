package io.callport.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callport.numberpool.NumberPool;
import io.callport.numberpool.NumbersQuery;
import io.callport.query.QueryType;
import org.junit.jupiter.api.Test;

class QueriesTest {
    @Test
    void findsEveryQueryByItsNameAndHasAnExampleOfIt() {
        assertThat(Queries.ALL).hasSizeGreaterThanOrEqualTo(3).allSatisfy(type -> {
            assertThat(Queries.named(type.name())).contains(type);
            assertThat(type.about()).isNotBlank();
            assertThat(type.examples()).isNotEmpty().allMatch(type.query()::isInstance);
        });
    }

    @Test
    void everyQueryAndAnswerIsARecordWithValueEquality() {
        assertThat(Queries.ALL).allSatisfy(type -> {
            assertThat(type.query()).isRecord();
            assertThat(type.answer()).isRecord();
        });
    }

    @Test
    void aNameIsTwoWordsJoinedByADot() {
        assertThatThrownBy(() -> new QueryType<>("Numbers", "", NumbersQuery.class, NumberPool.class, new NumbersQuery()))
                .hasMessageContaining("number-pool.numbers");
    }
}
