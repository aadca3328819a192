package io.callport.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EventsTest {
    @Test
    void findsEveryEventByItsName() {
        assertThat(Events.ALL).hasSize(5).allSatisfy(type -> {
            assertThat(Events.named(type.name())).contains(type);
            assertThat(type.about()).isNotBlank();
        });
        assertThat(Events.named("made.up")).isEmpty();
    }

    @Test
    void noEventHasTheNameOfAQuery() {
        assertThat(Events.ALL)
                .noneSatisfy(type -> assertThat(Queries.named(type.name())).isPresent());
    }

    @Test
    void theDataOfAnEventAreARecordWithVendorFields() {
        assertThat(Events.ALL)
                .allSatisfy(type -> assertThat(type.data().getRecordComponents())
                        .extracting(component -> component.getName())
                        .contains("vendorFields"));
    }
}
