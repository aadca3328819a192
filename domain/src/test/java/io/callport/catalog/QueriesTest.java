package io.callport.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callport.account.Account;
import io.callport.numberpool.NumberPool;
import io.callport.numberpool.NumbersQuery;
import io.callport.query.Query;
import io.callport.query.QueryType;
import org.junit.jupiter.api.Test;

class QueriesTest {
    @Test
    void findsEveryQueryByItsNameAndHasAnExampleOfIt() {
        assertThat(Queries.ALL).hasSizeGreaterThanOrEqualTo(3).allSatisfy(type -> {
            assertThat(Queries.named(type.name())).contains(type);
            assertThat(Queries.nameOf(type.example())).isEqualTo(type.name());
            assertThat(Queries.nameOr(type.name(), "none")).isEqualTo(type.name());
            assertThat(type.about()).isNotBlank();
            assertThat(type.examples()).isNotEmpty().allMatch(type.query()::isInstance);
        });
    }

    @Test
    void aQueryThatIsNotInTheCatalogueHasNoNameOfItsOwn() {
        record OwnQuery() implements Query<Runnable, NumberPool> {
            @Override
            public Class<Runnable> port() {
                return Runnable.class;
            }

            @Override
            public NumberPool ask(Runnable port, Account account) {
                throw new UnsupportedOperationException();
            }
        }
        assertThat(Queries.nameOf(new OwnQuery())).isEqualTo("unknown");
        assertThat(Queries.nameOr("made.up", "none")).isEqualTo("none");
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
        assertThatThrownBy(
                        () -> new QueryType<>("Numbers", "", NumbersQuery.class, NumberPool.class, new NumbersQuery()))
                .hasMessageContaining("number-pool.numbers");
    }
}
